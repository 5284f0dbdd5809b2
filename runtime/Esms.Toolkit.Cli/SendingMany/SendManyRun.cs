using System.CommandLine;

namespace Esms.Cli;

/// <summary>
/// One run of <c>esms send-many</c>: looks at the file and at what the outbox has had, shows what would go out, asks, and sends that and nothing else.
/// </summary>
/// <param name="order">What is to be sent.</param>
/// <param name="file">Where the messages wait; null when that is a broker.</param>
/// <param name="result">The command line.</param>
/// <param name="service">The account and the service.</param>
internal sealed class SendManyRun(SendManyOrder order, FileOutbox? file, ParseResult result, ServiceOptions service)
{
    private readonly TextWriter _error = result.InvocationConfiguration.Error;
    private readonly CampaignView _view = new(result.InvocationConfiguration.Error);
    private readonly bool _isDryRun = result.GetValue(service.DryRun);
    private readonly string? _given = result.GetValue(SendManyOptions.CampaignName);

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var content = FileContent.Read(order, cancellation);
        var account = file is null ? null : Account.Look(result, service);
        var destination = account is null ? null : Destination.Of(account);
        var name = Campaign.NameOf(content, order, _given, destination);
        var known = destination is null ? KnownRows.None : file!.Read(name, _given is not null, destination);
        CheckContent(known, content);
        if (known.Own is { } own)
            destination!.Check(own);
        var selection = new RowSelection(order, known);
        var plan = SendManyPlan.Make(order, selection, cancellation);
        ShowPlan(plan);
        KnownReport.Write(known, selection, _error);
        plan.CheckLimits();
        if (_isDryRun)
            return ExitCodes.Success;
        selection.Check();
        return await SendAsync(new Sending(order, name, content, known, plan, selection), account, cancellation).ConfigureAwait(false);
    }

    /// <exception cref="UsageException">The campaign of that name has other rows.</exception>
    private static void CheckContent(KnownRows known, FileContent content)
    {
        if (known.Own is { } own && own.Progress.Total > 0 && own.Content != content.Hash)
            throw new UsageException($"{KnownReport.NameOf(own)} was begun with other messages, or with other options.", Campaign.SameOnly);
    }

    /// <summary>With --json, what is printed is one object: that of the plan when nothing is sent, else that of the end.</summary>
    private void ShowPlan(SendManyPlan plan)
    {
        var output = result.InvocationConfiguration.Output;
        if (!result.GetValue(service.Json))
            PlanReport.Write(plan, order, output);
        else if (_isDryRun)
            output.WriteLine(JsonOutput.Object(writer => PlanReport.WriteJson(writer, plan)));
    }

    private async Task<int> SendAsync(Sending sending, EsmsOptions? account, CancellationToken cancellation)
    {
        var outbox = OpenOutbox(sending, account);
        await using (outbox.ConfigureAwait(false))
        {
            var destination = account is null ? null : Destination.Of(account);
            if (sending.Known.Own is { } own)
                destination?.Check(own);
            Campaign campaign = destination is null
                ? new BrokerCampaign(sending, _given is not null, order.Via!, outbox, _error)
                : new FileCampaign(sending, file!, outbox, _error, _view, destination);
            try
            {
                return await SendAsync(campaign, sending.Plan, destination, cancellation).ConfigureAwait(false);
            }
            catch (Exception exception) when (campaign.Explain(exception) is { } problem)
            {
                _error.WriteLine($"{problem.Text} {campaign.WhatNow}");
                return problem.ExitCode;
            }
        }
    }

    /// <summary>Nobody is asked for keys when there is nothing to send.</summary>
    private Outbox OpenOutbox(Sending sending, EsmsOptions? account)
    {
        if (order.Via is { } broker)
            return Outbox.OpenWithoutWorker(builder => broker.Use(builder).WithoutWorker());
        return sending.Plan.Total.Messages == 0
            ? Outbox.OpenWithoutWorker(builder => builder.UseSqlite(file!.File, sending.Name).WithoutWorker())
            : Outbox.Open(
                Account.Complete(account!),
                [order.Operation],
                InFlightOption.Read(result, SendManyOptions.InFlight),
                builder => builder.UseSqlite(file!.File, sending.Name),
                () => new ProblemLog(_view)
            );
    }

    private async Task<int> SendAsync(Campaign campaign, SendManyPlan plan, Destination? destination, CancellationToken cancellation)
    {
        if (await campaign.IsToEnqueueAsync(cancellation).ConfigureAwait(false))
        {
            if (!result.GetValue(SendManyOptions.Yes) && !order.IsTrial && !Confirms(plan, destination))
            {
                _error.WriteLine("Nothing was sent.");
                return ExitCodes.Declined;
            }
            await campaign.EnqueueAsync(cancellation).ConfigureAwait(false);
        }
        var progress = await campaign.SendAsync(cancellation).ConfigureAwait(false);
        var code = CampaignReport.Write(progress, campaign, plan, result, service);
        return
            progress.Left == 0
            && !campaign.IsLost
            && result.GetValue(SendManyOptions.Results) is { } results
            && !await WritesAsync(results, campaign).ConfigureAwait(false)
            ? Math.Max(code, ExitCodes.Found)
            : code;
    }

    /// <summary>Everything has been sent by now, and the exit code must not say that nothing was.</summary>
    private async Task<bool> WritesAsync(string results, Campaign campaign)
    {
        try
        {
            await ResultsFile.WriteAsync(results, campaign.Results, order).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _error.WriteLine($"The messages were sent, and the results could not be written: {exception.Message}");
            return false;
        }
    }

    private bool Confirms(SendManyPlan plan, Destination? destination) =>
        Confirmation.Ask(
            $"Send {Plural.Of(plan.Total.Messages, "message")} ({Money.Number(plan.Total.Segments)} SMS, {PlanReport.Cost(plan.Total)}) by {order.Operation.Name}"
                + $"{Repeats(plan.Selection)}? It costs money and cannot be called back.{At(destination)}",
            SendManyOptions.Yes.Name
        );

    private static string At(Destination? destination) =>
        destination is { Service: not Destination.Esms } other ? $" The server is {Plain.Text(other.Service)}." : string.Empty;

    private string Repeats(RowSelection selection) =>
        order.Repeats == RepeatChoice.Send && selection.RepeatsInFile + selection.RepeatsOfOthers is > 0 and var repeats
            ? $", {Money.Number(repeats)} of them to numbers that have a message already"
            : string.Empty;
}
