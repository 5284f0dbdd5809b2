using Esms.Toolkit.Reader;
using Esms.Toolkit.Reader.Model;

namespace Esms.Emulator.Tests.Callbacks;

/// <summary>With the values of the published calls, what is made are the published calls, to the letter.</summary>
public sealed class PublishedCallbackTests
{
    private static readonly IReadOnlyDictionary<string, InboundModel> Inbound = ContractLibrary.Load(null).Inbound;

    [Fact]
    public void Advertising() =>
        AssertPublished(
            "advertising",
            new()
            {
                Id = "82b0bb8aed914a0aab8deba567c9b8c2",
                Type = 1,
                RecipientCount = 169,
                FailingCount = 169,
                Price = 696987m,
                Channel = EmulatedChannel.Sms,
                Account = "",
                Operation = "",
                Recipient = "0901888484",
                SendStatus = 5,
                Outcome = EmulatedOutcome.Failed,
            },
            // The published one counts neither successes nor failures; the emulator always does.
            "SendFailed=0",
            "SendFailed=169"
        );

    [Fact]
    public void Customer_care() =>
        AssertPublished(
            "customer care",
            new()
            {
                Id = "dc712784-9c5f-4c69-b9a8-ea69d56adc9a87",
                Type = 2,
                RecipientCount = 2,
                FailingCount = 2,
                Price = 0m,
                Channel = EmulatedChannel.Sms,
                Account = "",
                Operation = "",
                Recipient = "0901888484",
                SendStatus = 5,
                Outcome = EmulatedOutcome.Failed,
            }
        );

    [Fact]
    public void Viber() =>
        AssertPublished(
            "Viber",
            new()
            {
                Id = "849fe08c19294b02857cf91687021a50250",
                Type = 23,
                Price = 470m,
                Channel = EmulatedChannel.Viber,
                Account = "",
                Operation = "",
                Recipient = "0901888484",
                SendStatus = 5,
                Outcome = EmulatedOutcome.Delivered,
            }
        );

    [Fact]
    public void Zalo_to_a_phone() =>
        AssertPublished(
            "Zalo (ZNS)",
            new()
            {
                Id = "f66545d2-c7e2-4603-984e-d2238c363c8292",
                Type = 25,
                FailingCount = 1,
                Price = 0m,
                Channel = EmulatedChannel.Zalo,
                Sender = "1397492183140006179",
                TemplateId = "2056446",
                ErrorCode = -114,
                ErrorText = "User is inactive, or reject the message, or using an outdated Zalo version, or other internal errors",
                Account = "",
                Operation = "",
                Recipient = "0901888484",
                SendStatus = 5,
                Outcome = EmulatedOutcome.Failed,
            }
        );

    [Fact]
    public void Zalo_to_a_follower() =>
        AssertPublished(
            "Zalo consulting",
            new()
            {
                Id = "7d11c87a22934df390f73ec59d8defd6205",
                Type = 26,
                Price = 60m,
                Channel = EmulatedChannel.Zalo,
                Sender = "4097311281936189049",
                ZaloMessageId = "e1a60e8890be9de4c4ab",
                FinishedAt = new(2024, 4, 24, 16, 58, 1, TimeSpan.FromHours(7)),
                Account = "",
                Operation = "",
                Recipient = "31215806834323092",
                SendStatus = 5,
                Outcome = EmulatedOutcome.Delivered,
            }
        );

    [Fact]
    public void Zalo_to_a_user() =>
        AssertPublished(
            "Zalo by UID",
            new()
            {
                Id = "5450d5579bfa466a9f2a5911c82f4037",
                Type = 25,
                Price = 2104m,
                Channel = EmulatedChannel.Zalo,
                Sender = "3639635426588416370",
                TemplateId = "523194",
                ZaloMessageId = "416f53d0cf0ec7569e19",
                Account = "",
                Operation = "",
                Recipient = "5308693166941955879",
                SendStatus = 5,
                Outcome = EmulatedOutcome.Delivered,
            }
        );

    [Fact]
    public void A_call()
    {
        var message = new EmulatedMessage
        {
            Id = "066107ee-6ec4-4283-b595-aa74977c65c5",
            Channel = EmulatedChannel.Voice,
            FailingCount = 1,
            Account = "",
            Operation = "",
            Recipient = "0901888484",
            SendStatus = 5,
            Outcome = EmulatedOutcome.Failed,
        };

        Assert.Equal(
            Inbound["VoiceCallback"].Samples[0].Query,
            CallbackQuery.Build(message, new EmulatedRecipient(message.Recipient, 2, true), Inbound)
        );
    }

    private static void AssertPublished(string kind, EmulatedMessage message, string published = "", string ours = "")
    {
        var query = Inbound["DeliveryCallback"].Samples.Single(sample => sample.Name == kind).Query;
        var @operator =
            message.Type is 2 ? 1
            : message.Recipient.Length > 12 ? 9
            : 2;

        var built = CallbackQuery.Build(message, new EmulatedRecipient(message.Recipient, @operator, message.FailingCount > 0), Inbound);

        Assert.Equal(published.Length == 0 ? query : query.Replace(published, ours, StringComparison.Ordinal), built);
    }
}
