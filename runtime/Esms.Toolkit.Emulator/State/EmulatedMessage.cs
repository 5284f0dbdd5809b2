namespace Esms.Emulator;

/// <summary>A message that the emulator has accepted, as it is at one moment.</summary>
public sealed record EmulatedMessage
{
    /// <summary>Counts the messages of this emulator, the oldest first; what pages are cut by.</summary>
    public long Number { get; init; }

    /// <summary>The message id that the send returned.</summary>
    public required string Id { get; init; }

    /// <summary>The account that sent it.</summary>
    public required string Account { get; init; }

    /// <summary>The operation that sent it, such as SendCustomerCare.</summary>
    public required string Operation { get; init; }

    /// <summary>How it travels.</summary>
    public EmulatedChannel Channel { get; init; }

    /// <summary>The message type of the service: 1 advertising, 2 customer care, and so on.</summary>
    public int Type { get; init; }

    /// <summary>How far it has come: 1 waits for approval, 2 waits to be sent, 4 rejected, 5 finished, 7 waits for the report.</summary>
    public int SendStatus { get; init; }

    /// <summary>What became of it.</summary>
    public EmulatedOutcome Outcome { get; init; }

    /// <summary>The first recipient: a phone number, the hash of one, or a Zalo user.</summary>
    public required string Recipient { get; init; }

    /// <summary>How many recipients it has.</summary>
    public int RecipientCount { get; init; } = 1;

    /// <summary>How many of them it does not reach; known from the start here, told at the end only.</summary>
    public int FailingCount { get; init; }

    /// <summary>The brandname or the Official Account; empty for fixed numbers and calls.</summary>
    public string Sender { get; init; } = string.Empty;

    /// <summary>The template or script; null when it has none.</summary>
    public string? TemplateId { get; init; }

    /// <summary>The text, or the values of the template.</summary>
    public string Content { get; init; } = string.Empty;

    /// <summary>Whether the send asked for Unicode, whatever letters the text has.</summary>
    public bool IsUnicode { get; init; }

    /// <summary>The caller's id of the send.</summary>
    public string? RequestId { get; init; }

    /// <summary>The caller's name of the campaign.</summary>
    public string? CampaignId { get; init; }

    /// <summary>Where its end is called back.</summary>
    public string? CallbackUrl { get; init; }

    /// <summary>The price when it reaches everybody, in đồng.</summary>
    public decimal FullPrice { get; init; }

    /// <summary>What it costs: the full price until the end is known, and what was delivered after that.</summary>
    public decimal Price { get; init; }

    /// <summary>The code of Zalo when it fails; null when it does not.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>Why it fails.</summary>
    public string? ErrorText { get; init; }

    /// <summary>The id at Zalo; null for other channels.</summary>
    public string? ZaloMessageId { get; init; }

    /// <summary>The one-time code that the service made for it.</summary>
    public string? OneTimeCode { get; init; }

    /// <summary>The customer care SMS that goes out if Zalo fails, and its brandname; null when there is none.</summary>
    public string? FallbackContent { get; init; }

    /// <summary>The brandname of that SMS.</summary>
    public string? FallbackSender { get; init; }

    /// <summary>The request as JSON, without the keys of the account; cut when it is very long.</summary>
    public string Request { get; init; } = "{}";

    /// <summary>When it was accepted.</summary>
    public DateTimeOffset AcceptedAt { get; init; }

    /// <summary>When it is approved.</summary>
    public DateTimeOffset ApprovedAt { get; init; }

    /// <summary>When it is handed to the operator.</summary>
    public DateTimeOffset SentAt { get; init; }

    /// <summary>When its end is known.</summary>
    public DateTimeOffset FinishedAt { get; init; }

    /// <summary>How often its callback was tried.</summary>
    public int CallbackTries { get; init; }
}

/// <summary>How a message travels.</summary>
public enum EmulatedChannel
{
    /// <summary>SMS.</summary>
    Sms,

    /// <summary>Zalo.</summary>
    Zalo,

    /// <summary>Viber.</summary>
    Viber,

    /// <summary>A voice call.</summary>
    Voice,
}

/// <summary>What became of a message.</summary>
public enum EmulatedOutcome
{
    /// <summary>Nothing yet.</summary>
    Pending,

    /// <summary>It reached every recipient.</summary>
    Delivered,

    /// <summary>It did not reach all of them.</summary>
    Failed,

    /// <summary>eSMS did not approve it.</summary>
    Rejected,
}

/// <summary>One recipient of a message.</summary>
/// <param name="Address">The phone number, its hash, or the Zalo user.</param>
/// <param name="Operator">The number of the operator; 9 when there is none to tell.</param>
/// <param name="Fails">Whether the message does not reach it.</param>
public sealed record EmulatedRecipient(string Address, int Operator, bool Fails);

/// <summary>One try of a callback.</summary>
/// <param name="MessageId">The message that it told of.</param>
/// <param name="At">When it began.</param>
/// <param name="Url">The whole address.</param>
/// <param name="Status">The HTTP status of the answer; null when there was none.</param>
/// <param name="Error">Why there was none.</param>
/// <param name="IsDuplicate">Whether it repeats one that was answered already.</param>
public sealed record EmulatedCallback(string MessageId, DateTimeOffset At, string Url, int? Status, string? Error, bool IsDuplicate);

/// <summary>A step in the life of a message.</summary>
/// <param name="At">When; in the future for what is still to come.</param>
/// <param name="Text">What, in plain words.</param>
/// <param name="IsDue">Whether the clock has passed it.</param>
public sealed record EmulatedStep(DateTimeOffset At, string Text, bool IsDue);

/// <summary>Which messages to list. What is null does not matter.</summary>
public sealed record EmulatedMessageQuery
{
    /// <summary>Words, or beginnings of words, in the text, the recipients, the sender and the ids.</summary>
    public string? Text { get; init; }

    /// <summary>The account.</summary>
    public string? Account { get; init; }

    /// <summary>The channel.</summary>
    public EmulatedChannel? Channel { get; init; }

    /// <summary>The message type.</summary>
    public int? Type { get; init; }

    /// <summary>How far they have come.</summary>
    public int? SendStatus { get; init; }

    /// <summary>What became of them.</summary>
    public EmulatedOutcome? Outcome { get; init; }

    /// <summary>Accepted at that time or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Accepted before that time.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Older than the message with this number; the last of a page gives the next page.</summary>
    public long? Before { get; init; }

    /// <summary>How many to give at most.</summary>
    public int Limit { get; init; } = 50;
}
