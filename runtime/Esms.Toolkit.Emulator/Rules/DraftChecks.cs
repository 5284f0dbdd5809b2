namespace Esms.Emulator;

/// <summary>Why eSMS would not take a message, told from what the account has there. Checked in the order in which a sender would mend it.</summary>
internal static class DraftChecks
{
    private const int AboveQuota = 3;
    private const int LongestAdvertisement = 422;

    /// <returns>The refusal; null when nothing is wrong.</returns>
    public static Reply? Find(MessageDraft draft, EmulatorCatalogue catalogue) =>
        FindWrongRecipient(draft, catalogue)
        ?? FindWrongSender(draft, catalogue)
        ?? FindWrongZalo(draft, catalogue)
        ?? FindWrongVoice(draft, catalogue)
        ?? FindWrongText(draft, catalogue);

    private static Reply? FindWrongRecipient(MessageDraft draft, EmulatorCatalogue catalogue)
    {
        if (draft.Recipients.Count == 0)
        {
            var wrong = draft.InvalidRecipients.Count > 0 ? draft.InvalidRecipients[0] : string.Empty;
            return wrong.AsSpan().ContainsAny(',', ';')
                ? Reply.Refused(EsmsResultCode.TooManyPhones, $"Phone has more than one number: {wrong}")
                : Reply.Refused(EsmsResultCode.InvalidPhone, $"'{wrong}' is no phone number of Vietnam");
        }
        var blocked = draft.Recipients.Select(Phones.Plain).FirstOrDefault(catalogue.BlockedPhones.Select(Phones.Plain).Contains);
        return blocked is null ? null : Reply.Refused(EsmsResultCode.PhoneBlocked, $"{blocked} is one of Catalogue:BlockedPhones");
    }

    private static Reply? FindWrongSender(MessageDraft draft, EmulatorCatalogue catalogue)
    {
        if (draft.Brandname is not { } name)
            return null;
        if (catalogue.BrandnamesFor(name, draft.Type) is not { Count: > 0 } brandnames)
            return Reply.Refused(EsmsResultCode.UnknownBrandname, $"Catalogue:Brandnames has no '{name}' for message type {draft.Type}");
        var unregistered = draft.HasPhones ? draft.Recipients.FirstOrDefault(phone => !brandnames.Any(known => IsWith(known, phone))) : null;
        return unregistered is null
            ? null
            : Reply.Refused(
                EsmsResultCode.TelcoNotRegistered,
                $"'{name}' is not registered with the operator of {unregistered}",
                // The words that programs which call the service show.
                ("ServiceMessage", $"The Network {Phones.NameOf(Phones.OperatorOf(unregistered))} have not registry.")
            );
    }

    private static Reply? FindWrongZalo(MessageDraft draft, EmulatorCatalogue catalogue)
    {
        if (draft.OfficialAccountId is not { } id)
            return null;
        if (!MessageTypes.IsZalo(draft.Type))
            return Reply.Refused(EsmsResultCode.UnsupportedMessageType, $"{draft.Type} is no message type of Zalo");
        if (catalogue.OfficialAccounts.FirstOrDefault(known => known.Id == id || known.Id == "*") is not { } account)
            return Reply.Refused(EsmsResultCode.OfficialAccountUnusable, $"Catalogue:OfficialAccounts has no {id}");
        if (draft.TemplateId is { } template && account.Templates.Count > 0 && !account.Templates.Contains(template))
            return Reply.Refused(EsmsResultCode.TemplateNotConfigured, $"{id} has no template {template}");
        if (draft.SendingMode == AboveQuota && draft.SendDate is not null)
            return Reply.Refused(EsmsResultCode.CannotBeScheduled, "SendingMode 3 goes with no SendDate");
        return draft.SendingMode == AboveQuota && !account.AllowsAboveQuota
            ? Reply.Refused(EsmsResultCode.SendingModeNotAllowed, $"{id} may not use SendingMode 3")
            : null;
    }

    private static Reply? FindWrongVoice(MessageDraft draft, EmulatorCatalogue catalogue)
    {
        if (draft.RecordingId is { } recording && catalogue.Recordings.Count > 0 && !catalogue.Recordings.Contains(recording))
            return Reply.Refused(EsmsResultCode.UnknownRecording, $"Catalogue:Recordings has no {recording}");
        return
            draft is { Channel: EmulatedChannel.Voice, TemplateId: { } script }
            && catalogue.VoiceScripts.Count > 0
            && !catalogue.VoiceScripts.Contains(script)
            ? Reply.Refused(EsmsResultCode.UnknownBrandname, $"Catalogue:VoiceScripts has no {script}")
            : null;
    }

    private static bool IsWith(EmulatorBrandname brandname, string phone) =>
        brandname.Operators.Count == 0 || brandname.Operators.Contains(Phones.OperatorOf(phone));

    /// <summary>A trial does not look at the text.</summary>
    private static Reply? FindWrongText(MessageDraft draft, EmulatorCatalogue catalogue)
    {
        if (draft.IsSandbox)
            return null;
        if (catalogue.BlockedWords.FirstOrDefault(word => draft.Content.Contains(word, StringComparison.OrdinalIgnoreCase)) is { } blocked)
            return Reply.Refused(EsmsResultCode.BlockedWord, $"the text has '{blocked}'");
        if (draft is { Type: MessageTypes.Advertising, Channel: EmulatedChannel.Sms, Content.Length: > LongestAdvertisement })
            return Reply.Refused(
                EsmsResultCode.AdvertisementTooLong,
                $"the text has {draft.Content.Length} characters; advertising has at most {LongestAdvertisement}"
            );
        return FindTemplateMismatch(draft, catalogue);
    }

    /// <summary>What GetTemplate lists for the operator of a recipient is what the text must follow; where it lists nothing, any text will do.</summary>
    private static Reply? FindTemplateMismatch(MessageDraft draft, EmulatorCatalogue catalogue)
    {
        if (draft is not { Type: MessageTypes.CustomerCare, Channel: EmulatedChannel.Sms, Brandname: { } name })
            return null;
        var brandnames = catalogue.BrandnamesFor(name, draft.Type);
        foreach (var phone in draft.Recipients)
        {
            var templates = brandnames.Where(known => IsWith(known, phone)).SelectMany(static known => known.Templates).ToList();
            if (templates.Count > 0 && !templates.Exists(template => SmsText.Follows(draft.Content, template)))
                return Reply.Refused(EsmsResultCode.TemplateMismatch, $"the text follows none of the {templates.Count} templates of '{name}'");
        }
        return null;
    }
}
