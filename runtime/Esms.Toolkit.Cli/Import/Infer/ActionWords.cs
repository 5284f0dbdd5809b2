using System.Text.RegularExpressions;
using Esms.Toolkit.Reader;

namespace Esms.Cli.Import.Infer;

/// <summary>
/// Finds words for sending, paying and changing, in English and Vietnamese, anywhere in the name of an operation: GetAndSend sends. Repeating such a call
/// may cost money, so a doubtful name counts as an action.
/// </summary>
internal static partial class ActionWords
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "activate",
        "add",
        "apply",
        "approve",
        "assign",
        "block",
        "book",
        "broadcast",
        "buy",
        "call",
        "cancel",
        "change",
        "charge",
        "clear",
        "close",
        "confirm",
        "create",
        "debit",
        "delete",
        "deliver",
        "deposit",
        "disable",
        "dispatch",
        "do",
        "edit",
        "enable",
        "execute",
        "forward",
        "gen",
        "generate",
        "import",
        "insert",
        "issue",
        "lock",
        "make",
        "modify",
        "move",
        "notify",
        "order",
        "otp",
        "pay",
        "publish",
        "purchase",
        "push",
        "put",
        "recharge",
        "refund",
        "regis",
        "register",
        "reject",
        "remove",
        "renew",
        "reply",
        "resend",
        "reset",
        "run",
        "save",
        "schedule",
        "send",
        "sell",
        "set",
        "start",
        "stop",
        "submit",
        "subscribe",
        "sync",
        "top",
        "topup",
        "transfer",
        "unlock",
        "unsubscribe",
        "update",
        "upload",
        "upsert",
        "withdraw",
        "write",
        // Vietnamese: send, top up, cancel, create, delete, edit, add, buy, transfer, call, approve, save, pay, register, update, confirm.
        "gui",
        "nap",
        "huy",
        "tao",
        "xoa",
        "sua",
        "them",
        "mua",
        "chuyen",
        "goi",
        "duyet",
        "luu",
        "dat",
        "tra",
        "thanh",
        "dang",
        "cap",
        "xac",
    };

    /// <summary>Words that are also found inside a word without visible boundaries: GETANDSEND, and_sendsms.</summary>
    private static readonly string[] Strong =
    [
        "send",
        "topup",
        "create",
        "insert",
        "update",
        "delete",
        "remove",
        "cancel",
        "purchase",
        "charge",
        "transfer",
        "approve",
        "notify",
        "submit",
        "upload",
        "register",
        "payment",
        "naptien",
        "guitin",
    ];

    /// <summary>Words for information about an action: GetSendStatus only reads.</summary>
    private static readonly HashSet<string> Information = new(StringComparer.Ordinal)
    {
        "count",
        "data",
        "date",
        "detail",
        "details",
        "history",
        "info",
        "limit",
        "limits",
        "list",
        "log",
        "logs",
        "price",
        "prices",
        "report",
        "reports",
        "result",
        "results",
        "state",
        "statistics",
        "status",
        "summary",
        "time",
        "type",
        "types",
    };

    private static readonly HashSet<string> Joining = new(StringComparer.Ordinal) { "and", "then", "or", "va", "roi", "n" };

    public static bool AreIn(string operation)
    {
        List<string> words = [.. Word().Matches(LatinLetters.WithoutMarks(operation)).Select(static word => word.Value.ToLowerInvariant())];
        return Enumerable.Range(0, words.Count).Any(i => (Words.Contains(words[i]) && !IsInformation(words, i)) || HasAction(words[i]));
    }

    /// <summary>Whether the next word makes this one a mere name, and the previous word does not join it as another action.</summary>
    private static bool IsInformation(List<string> words, int i) =>
        i > 0 && i + 1 < words.Count && Information.Contains(words[i + 1]) && !Joining.Contains(words[i - 1]);

    private static bool HasAction(string word) => !Words.Contains(word) && !Done().IsMatch(word) && Strong.Any(word.Contains);

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+(?![a-z])")]
    private static partial Regex Word();

    /// <summary>Sender, created, cancelled, payments.</summary>
    [GeneratedRegex(
        "^(?:send|creat|insert|updat|delet|remov|cancell?|purchas|charg|transferr?|approv|submitt?|upload|register|payment)(?:s|es|er|ers|or|ors|ed|ing)?$"
    )]
    private static partial Regex Done();
}
