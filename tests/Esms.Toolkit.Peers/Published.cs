using System.Text;

namespace Esms.Toolkit.Peers;

/// <summary>Published answers, and the arguments of the calls that they answer.</summary>
public static class Published
{
    public const string ApiKey = "0123456789ABCDEF0123456789ABCD";

    public const string SecretKey = "FEDCBA9876543210FEDCBA98765432";

    public const string SmsId = "434a124c-7818-4f45-bdf2-7f7b07fff210100";

    public static ReadOnlyMemory<byte> Status { get; } =
        Encoding.UTF8.GetBytes(
            """
            {
                "CodeResponse": "100",
                "SMSID": "434a124c-7818-4f45-bdf2-7f7b07fff210100",
                "SendFailed": 0,
                "SendStatus": 5,
                "SendSuccess": 1,
                "TotalPrice": 850.0000,
                "TotalReceiver": 1,
                "TotalSent": 1
            }
            """
        );

    public static ReadOnlyMemory<byte> Accepted { get; } =
        Encoding.UTF8.GetBytes(
            """
            {
                "CodeResult": "100",
                "CountRegenerate": 0,
                "SMSID": "d533459ee42b2b9525ba9eabf6a8156"
            }
            """
        );

    /// <summary>The published request of the customer care send, with the keys left to the clients.</summary>
    public static CareMessage Message { get; } =
        new()
        {
            Content = "686868 la ma xac minh dang ky Baotrixemay cua ban",
            Phone = "0901888484",
            Brandname = "Baotrixemay",
            IsUnicode = "0",
            Sandbox = "0",
            CampaignId = "Xác minh đăng ký",
            RequestId = "96accf59-0c41-4bc7-a5c4-4a466c2e41c2",
            CallbackUrl = "https://esms.vn/webhook/",
        };
}
