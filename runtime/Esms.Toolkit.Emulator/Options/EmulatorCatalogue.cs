namespace Esms.Emulator;

/// <summary>What the accounts have at eSMS. By default that is what the published samples show, without templates; a name "*" stands for any.</summary>
public sealed class EmulatorCatalogue
{
    /// <summary>The brandnames; others are refused with code 104.</summary>
    public IList<EmulatorBrandname> Brandnames { get; } =
    [new() { Name = "Baotrixemay", Type = 2 }, new() { Name = "QC_ONLINE", Type = 1 }, new() { Name = "BAT DONG SAN GIA TOT", Type = 23 }];

    /// <summary>The Official Accounts of Zalo; others are refused with code 799.</summary>
    public IList<EmulatorOfficialAccount> OfficialAccounts { get; } =
    [new() { Id = "745830328927467685", Name = "Hệ thống ESMS Marketing" }, new() { Id = "4097311281936189049", Name = "SVoucher" }];

    /// <summary>The scripts of voice calls; empty, the default, takes any. Others are refused with code 104.</summary>
    public IList<string> VoiceScripts { get; } = [];

    /// <summary>The recordings of voice calls; empty, the default, takes any. Others are refused with code 106.</summary>
    public IList<string> Recordings { get; } = [];

    /// <summary>Phone numbers that are refused with code 99.</summary>
    public IList<string> BlockedPhones { get; } = [];

    /// <summary>Words that a text must not have (code 201).</summary>
    public IList<string> BlockedWords { get; } = [];

    /// <summary>Phone numbers and Zalo users whose messages are accepted, and fail.</summary>
    public IList<string> FailingRecipients { get; } = [];

    /// <summary>What messages cost.</summary>
    public EmulatorPrices Prices { get; set; } = new();

    /// <summary>The brandnames of a name, those named "*" among them, that may send messages of a type.</summary>
    internal IReadOnlyList<EmulatorBrandname> BrandnamesFor(string? name, int type) =>
        [.. Brandnames.Where(known => (known.Name == name || known.Name == "*") && (known.Type == 0 || known.Type == type))];
}

/// <summary>A sender name.</summary>
public sealed class EmulatorBrandname
{
    /// <summary>The name, or "*" for any.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>The message type it may send: 1 advertising, 2 customer care, 23 Viber; 0 any.</summary>
    public int Type { get; set; }

    /// <summary>
    /// Templates such as "{P1,20} la ma xac minh", which GetTemplate lists; empty, the default, takes any text. Texts that match none are refused with
    /// code 146, except in trials.
    /// </summary>
    public IList<string> Templates { get; } = [];

    /// <summary>The operators it is registered with, by their numbers; empty, the default, for all. Others are refused with code 177.</summary>
    public IList<int> Operators { get; } = [];
}

/// <summary>An Official Account of Zalo.</summary>
public sealed class EmulatorOfficialAccount
{
    /// <summary>Its id, or "*" for any.</summary>
    public string Id { get; set; } = string.Empty;

    /// <summary>Its name.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>The templates it may use, which GetTemplate lists; empty, the default, for any. Others are refused with code 789.</summary>
    public IList<string> Templates { get; } = [];

    /// <summary>Whether it may send above its quota (code 802).</summary>
    public bool AllowsAboveQuota { get; set; } = true;

    /// <summary>How many template messages it may send in a day; told by GetDailyQuota, and not enforced.</summary>
    public int DailyQuota { get; set; } = 500;
}
