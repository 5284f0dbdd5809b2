namespace Esms.Emulator;

/// <summary>Why eSMS would not take a message, told from what the account has there. Checked in the order in which a sender would mend it.</summary>
internal static class DraftChecks
{
    private const int AboveQuota = 3;

    /// <returns>The code and the reason; null when nothing is wrong.</returns>
    public static (EsmsResultCode Code, string Why)? Find(MessageDraft draft, EmulatorCatalogue catalogue) =>
        FindWrongRecipient(draft, catalogue)
        ?? FindWrongSender(draft, catalogue)
        ?? FindWrongZalo(draft, catalogue)
        ?? FindWrongVoice(draft, catalogue)
        ?? FindWrongText(draft, catalogue);

    private static (EsmsResultCode Code, string Why)? FindWrongRecipient(MessageDraft draft, EmulatorCatalogue catalogue)
    {
        if (draft.Recipients.Count == 0)
        {
            var wrong = draft.InvalidRecipients.Count > 0 ? draft.InvalidRecipients[0] : string.Empty;
            return wrong.AsSpan().ContainsAny(',', ';')
                ? (EsmsResultCode.TooManyPhones, $"Phone has more than one number: {wrong}")
                : (EsmsResultCode.InvalidPhone, $"'{wrong}' is no phone number of Vietnam");
        }
        var blocked = draft.Recipients.Select(Phones.Plain).FirstOrDefault(catalogue.BlockedPhones.Select(Phones.Plain).Contains);
        return blocked is null ? null : (EsmsResultCode.PhoneBlocked, $"{blocked} is one of Catalogue:BlockedPhones");
    }

    private static (EsmsResultCode Code, string Why)? FindWrongSender(MessageDraft draft, EmulatorCatalogue catalogue)
    {
        if (draft.Brandname is not { } name)
            return null;
        var brandnames = catalogue
            .Brandnames.Where(known => (known.Name == name || known.Name == "*") && (known.Type == 0 || known.Type == draft.Type))
            .ToList();
        if (brandnames.Count == 0)
            return (EsmsResultCode.UnknownBrandname, $"Catalogue:Brandnames has no '{name}' for message type {draft.Type}");
        var unregistered = draft.HasPhones
            ? draft.Recipients.FirstOrDefault(phone =>
                brandnames.All(known => known.Operators.Count > 0 && !known.Operators.Contains(Phones.OperatorOf(phone)))
            )
            : null;
        return unregistered is null ? null : (EsmsResultCode.TelcoNotRegistered, $"'{name}' is not registered with the operator of {unregistered}");
    }

    private static (EsmsResultCode Code, string Why)? FindWrongZalo(MessageDraft draft, EmulatorCatalogue catalogue)
    {
        if (draft.OfficialAccountId is not { } id)
            return null;
        if (draft.Type is < MessageTypes.ZaloPriority or > MessageTypes.ZaloJourney)
            return (EsmsResultCode.UnsupportedMessageType, $"{draft.Type} is no message type of Zalo");
        if (catalogue.OfficialAccounts.FirstOrDefault(known => known.Id == id || known.Id == "*") is not { } account)
            return (EsmsResultCode.OfficialAccountUnusable, $"Catalogue:OfficialAccounts has no {id}");
        if (draft.TemplateId is { } template && account.Templates.Count > 0 && !account.Templates.Contains(template))
            return (EsmsResultCode.TemplateNotConfigured, $"{id} has no template {template}");
        if (draft.SendingMode == AboveQuota && draft.SendDate is not null)
            return (EsmsResultCode.CannotBeScheduled, "SendingMode 3 goes with no SendDate");
        return draft.SendingMode == AboveQuota && !account.AllowsAboveQuota
            ? (EsmsResultCode.SendingModeNotAllowed, $"{id} may not use SendingMode 3")
            : null;
    }

    private static (EsmsResultCode Code, string Why)? FindWrongVoice(MessageDraft draft, EmulatorCatalogue catalogue)
    {
        if (draft.RecordingId is { } recording && catalogue.Recordings.Count > 0 && !catalogue.Recordings.Contains(recording))
            return (EsmsResultCode.UnknownRecording, $"Catalogue:Recordings has no {recording}");
        return
            draft is { Channel: EmulatedChannel.Voice, TemplateId: { } script }
            && catalogue.VoiceScripts.Count > 0
            && !catalogue.VoiceScripts.Contains(script)
            ? (EsmsResultCode.UnknownBrandname, $"Catalogue:VoiceScripts has no {script}")
            : null;
    }

    private static (EsmsResultCode Code, string Why)? FindWrongText(MessageDraft draft, EmulatorCatalogue catalogue)
    {
        if (catalogue.BlockedWords.FirstOrDefault(word => draft.Content.Contains(word, StringComparison.OrdinalIgnoreCase)) is { } blocked)
            return (EsmsResultCode.BlockedWord, $"the text has '{blocked}'");
        if (draft is not { Type: MessageTypes.CustomerCare, Channel: EmulatedChannel.Sms, Brandname: { } name })
            return null;
        var templates = catalogue.Brandnames.Where(known => known.Name == name).SelectMany(static known => known.Templates).ToList();
        return templates.Count > 0 && !templates.Exists(template => SmsText.Follows(draft.Content, template))
            ? (EsmsResultCode.TemplateMismatch, $"the text follows none of the {templates.Count} templates of '{name}'")
            : null;
    }
}
