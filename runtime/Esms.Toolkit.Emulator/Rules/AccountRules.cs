using System.Globalization;
using System.Text.Json.Nodes;

namespace Esms.Emulator;

/// <summary>What the account has: money, names, Official Accounts; and what a message would cost.</summary>
internal static class AccountRules
{
    /// <summary>No real one is published; the sample of the contract begins with it too.</summary>
    private const int FirstServiceId = 1001;

    public static Reply Balance(Call call) =>
        Reply.Accepted(
            AnswerShape.Accepted(call.Endpoint).Set("Balance", call.Store.Ledger.BalanceOf(call.Account)).Set("UserID", call.Account.UserId)
        );

    /// <summary>The same checks and prices as for the send. The very requests that pages show are answered as they are there.</summary>
    public static Reply? Estimate(Call call)
    {
        if (SampleMatch.Exact(call.Endpoint, call.Wire) is not null)
            return null;
        var draft = DraftReader.Read(call);
        if (DraftChecks.Find(draft, call.World.Catalogue) is { } wrong)
            return wrong;
        return Reply.Accepted(
            AnswerShape
                .Accepted(call.Endpoint)
                .Set("TotalPrice", draft.PriceOf(call.World.Catalogue.Prices) * draft.Recipients.Count)
                .Set("TotalReceiver", draft.Recipients.Count)
        );
    }

    public static Reply Brandnames(Call call)
    {
        var answer = AnswerShape.Accepted(call.Endpoint);
        var shape = AnswerShape.ItemOf(answer, "ListBrandName");
        answer["ListBrandName"] = new JsonArray(
            [
                .. call
                    .World.Catalogue.Brandnames.Where(static brandname => brandname.Name != "*")
                    .Select(
                        (brandname, place) =>
                            shape
                                .DeepClone()
                                .AsObject()
                                .Set("Brandname", brandname.Name)
                                .Set("Type", brandname.Type)
                                .Set("ServiceId", (FirstServiceId + place).ToString(CultureInfo.InvariantCulture))
                    ),
            ]
        );
        return Reply.Accepted(answer);
    }

    public static Reply OfficialAccounts(Call call)
    {
        var answer = AnswerShape.Accepted(call.Endpoint);
        answer["ZOAList"] = new JsonArray(
            [
                .. call
                    .World.Catalogue.OfficialAccounts.Where(static account => account.Id != "*")
                    .Select(static account => new JsonObject { ["OAID"] = account.Id, ["OAName"] = account.Name }),
            ]
        );
        return Reply.Accepted(answer);
    }

    /// <summary>The templates of the settings, for each operator by itself. The texts of sends must follow what is listed here.</summary>
    public static Reply SmsTemplates(Call call)
    {
        var name = call.Values.Text("Brandname");
        var brandnames = call.World.Catalogue.BrandnamesFor(name, MessageTypes.CustomerCare);
        if (brandnames.Count == 0)
            return Reply.Refused(EsmsResultCode.UnknownBrandname, $"Catalogue:Brandnames has no '{name}' for customer care");
        var templates = brandnames
            .SelectMany(static known =>
                known.Templates.SelectMany(template =>
                    (known.Operators.Count > 0 ? known.Operators : [1, 2, 3, 4, 5, 6, 7]).Select(network => (Network: network, Template: template))
                )
            )
            .ToList();
        var answer = AnswerShape.Accepted(call.Endpoint);
        answer["BrandnameTemplates"] = new JsonArray(
            [
                .. templates.Select(
                    static (item, place) =>
                        new JsonObject
                        {
                            ["NetworkID"] = item.Network,
                            ["TempContent"] = item.Template,
                            ["TempId"] = place + 1,
                        }
                ),
            ]
        );
        return Reply.Accepted(answer);
    }

    /// <summary>The templates of the settings. Sends must name one that is listed here; of those that the page shows, all is told.</summary>
    public static Reply ZaloTemplates(Call call)
    {
        var id = call.Values.Text("OfficialAccountId");
        if (call.World.Catalogue.OfficialAccounts.FirstOrDefault(known => known.Id == id || known.Id == "*") is not { } account)
            return Reply.Refused(EsmsResultCode.OfficialAccountUnusable, $"Catalogue:OfficialAccounts has no {id}");
        var answer = AnswerShape.Accepted(call.Endpoint);
        var published = answer["ZNSTemplates"]!.AsArray();
        answer["ZNSTemplates"] = new JsonArray(
            [
                .. account.Templates.Select(template =>
                    published.FirstOrDefault(known => known!["TempId"]!.ToString() == template)?.DeepClone()
                    ?? Unpublished(published[0]!.DeepClone().AsObject(), template)
                ),
            ]
        );
        return Reply.Accepted(answer);
    }

    public static Reply? DailyQuota(Call call)
    {
        var id = call.Values.Text("OfficialAccountId")!;
        if (call.World.Catalogue.OfficialAccounts.FirstOrDefault(known => known.Id == id || known.Id == "*") is not { } account)
            return null;
        var today = new DateTimeOffset(call.World.Clock.GetUtcNow().ToOffset(FieldValues.Zone).Date, FieldValues.Zone);
        var sent = call.Store.Messages.CountBySender(call.Account.Name, id, today.ToUnixTimeMilliseconds());
        return Reply.Accepted(
            AnswerShape.Accepted(call.Endpoint).Set("DailyQuota", account.DailyQuota).Set("RemainingQuota", Math.Max(0, account.DailyQuota - sent))
        );
    }

    private static JsonObject Unpublished(JsonObject shape, string template)
    {
        shape["TempId"] = long.TryParse(template, CultureInfo.InvariantCulture, out var number) ? number : template;
        shape["TempContent"] = string.Empty;
        shape["TempName"] = string.Empty;
        shape["ZNSTempDetail"] = new JsonArray();
        return shape;
    }
}
