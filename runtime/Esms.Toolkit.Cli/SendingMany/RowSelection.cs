using Esms.Dispatching.Sqlite;

namespace Esms.Cli;

/// <summary>Selects the rows of a file that are sent: those without an outcome, and one for each number unless more were asked for.</summary>
/// <param name="order">What is to be sent.</param>
/// <param name="known">What the outbox has had.</param>
internal sealed class RowSelection(SendManyOrder order, KnownRows known)
{
    private readonly HashSet<EsmsPhoneNumber> _seen = [];
    private readonly Dictionary<CampaignRecord, long> _shared = [];
    private readonly HashSet<string> _withdrawn = new(StringComparer.Ordinal);

    /// <summary>How many rows have their outcome.</summary>
    public long Finished { get; private set; }

    /// <summary>How many of the selected rows may have been sent before, and are settled.</summary>
    public long Unsettled { get; private set; }

    /// <summary>How many messages go to a number that has one of the same file.</summary>
    public long RepeatsInFile { get; private set; }

    /// <summary>How many messages go to a number that has one of another campaign.</summary>
    public long RepeatsOfOthers { get; private set; }

    /// <summary>How many of the repeats are left out.</summary>
    public long LeftOut { get; private set; }

    /// <summary>How many of those that are left out have a message only perhaps: one of another campaign that was sent and has no certain outcome.</summary>
    public long Uncertain { get; private set; }

    /// <summary>The campaigns that have reached numbers of the file, and how many of them.</summary>
    public IReadOnlyDictionary<CampaignRecord, long> Shared => _shared;

    /// <summary>The rows that are left out though they wait in the outbox already.</summary>
    public IReadOnlySet<string> Withdrawn => _withdrawn;

    public IEnumerable<KeyedRow> Of(IEnumerable<KeyedRow> rows) => rows.Where(IsSelected);

    /// <exception cref="UsageException">Somebody would get more than one message, and nobody has said that this is meant.</exception>
    public void Check()
    {
        if (order.Repeats != RepeatChoice.Refuse || order.IsTrial || RepeatsInFile + RepeatsOfOthers == 0)
            return;
        throw new UsageException(
            [
                $"{Plural.Of(RepeatsInFile + RepeatsOfOthers, "message")} would go to numbers that have a message already. Nothing was sent.",
                order.Via is null
                    ? $"{SendManyOptions.OnlyNew} leaves those messages out; {SendManyOptions.AllowRepeats} sends them too."
                    : $"{SendManyOptions.AllowRepeats} sends those messages too.",
            ],
            RepeatsOfOthers == 0 ? null : $"{SendManyOptions.Campaign} with a new name sends the file as another campaign."
        );
    }

    private bool IsSelected(KeyedRow row)
    {
        if (known.IsFinished(row.Key))
        {
            Finished++;
            return false;
        }
        if (!IsRepeat(row) || order.Repeats != RepeatChoice.LeaveOut)
        {
            Unsettled += known.IsUnsettled(row.Key) ? 1 : 0;
            return true;
        }
        LeftOut++;
        if (known.ReachedBy(row.Message.Phone) is not null && !known.IsReachedForCertain(row.Message.Phone))
            Uncertain++;
        if (known.Has(row.Key))
            _withdrawn.Add(row.Key.ToString());
        return false;
    }

    /// <summary>A row that may have been sent is no repeat of itself.</summary>
    private bool IsRepeat(KeyedRow row)
    {
        var phone = row.Message.Phone;
        if (known.ReachedBy(phone) is { } other)
        {
            RepeatsOfOthers++;
            _shared[other] = _shared.GetValueOrDefault(other) + 1;
            _seen.Add(phone);
            return true;
        }
        if (_seen.Add(phone) && !known.IsSentByAnother(row.Key, phone))
            return false;
        RepeatsInFile++;
        return true;
    }
}
