using Esms.Wire.Tests.Service;

namespace Esms.Wire.Tests.Grid;

/// <summary>A kind of call: what a repeat does, and where the message travels.</summary>
/// <param name="Name">How it is called.</param>
/// <param name="Repeat">What the contract says of a repeat.</param>
/// <param name="IsInAddress">Whether the message is in the address, which handlers can send without being seen.</param>
/// <param name="HasOwnId">Whether the client makes the RequestId.</param>
/// <param name="SendAsync">Makes the call of this number.</param>
internal sealed record Kind(string Name, Repeat Repeat, bool IsInAddress, bool HasOwnId, Func<EsmsClient, int, CancellationToken, Task> SendAsync)
{
    public static IReadOnlyList<Kind> All { get; } =
    [
        new("safe", Repeat.Safe, true, false, static (esms, call, ct) => esms.Messages.GetSendStatusAsync(RawService.MarkOf(call), ct)),
        new("keyed", Repeat.Keyed, false, true, static (esms, call, ct) => esms.Sms.SendCustomerCareAsync(Message(call, null), ct)),
        new(
            "keyed by the caller",
            Repeat.Keyed,
            false,
            false,
            static (esms, call, ct) => esms.Sms.SendCustomerCareAsync(Message(call, $"id-of-{RawService.MarkOf(call)}"), ct)
        ),
#pragma warning disable CS0618 // Obsolete because of the keys in the address; it is a keyed send whose message is there.
        new("keyed, by GET", Repeat.Keyed, true, true, static (esms, call, ct) => esms.Sms.SendCustomerCareGetAsync(MessageByGet(call), ct)),
#pragma warning restore CS0618
        new("never", Repeat.Never, false, false, static (esms, call, ct) => esms.Zalo.SendZaloTemplateBulkAsync(Bulk(call), ct)),
        new("never, by GET", Repeat.Never, true, false, static (esms, call, ct) => esms.Otp.SendOtpAsync(Otp(call), ct)),
    ];

    public override string ToString() => Name;

    private static SendCustomerCareRequest Message(int call, string? requestId) =>
        new()
        {
            Brandname = "Baotrixemay",
            Phone = "0901888484",
            Content = RawService.MarkOf(call),
            RequestId = requestId,
        };

    private static SendCustomerCareGetRequest MessageByGet(int call) =>
        new()
        {
            Brandname = "Baotrixemay",
            Phone = "0901888484",
            Content = RawService.MarkOf(call),
        };

    private static SendZaloTemplateBulkRequest Bulk(int call) =>
        new()
        {
            OfficialAccountId = "4097311281936189049",
            TemplateId = "200607",
            Messages = [new() { Phone = "0901888484", Params = [RawService.MarkOf(call)] }],
        };

    private static SendOtpRequest Otp(int call) =>
        new()
        {
            Brandname = "Baotrixemay",
            Phone = "0901888484",
            Content = $"{RawService.MarkOf(call)} {{OTP}}",
        };
}
