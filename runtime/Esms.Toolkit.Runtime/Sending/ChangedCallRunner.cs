namespace Esms.Runtime;

/// <summary>Makes calls with bounds of their own. A class apart, so that apps without such calls do not link it.</summary>
/// <param name="gateway">The way to the service.</param>
/// <param name="changes">What is different from the bounds of the account.</param>
internal sealed class ChangedCallRunner(Gateway gateway, EsmsCallOptions changes) : CallRunner(gateway)
{
    /// <summary>The changed bounds, as long as those of the account stay as they are.</summary>
    private CallSettings? _changed;

    public override EsmsCallOptions? Changes => changes;

    protected override CallSettings Settings =>
        _changed is { } changed && changed.Source == Gateway.Settings ? changed : _changed = Gateway.Settings.With(changes);

    /// <summary>Changes what another runner does.</summary>
    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public static ChangedCallRunner Of(Gateway gateway, EsmsCallOptions? before, EsmsCallOptions options)
    {
        var all = new EsmsCallOptions
        {
            Timeout = options.Timeout ?? before?.Timeout,
            TryTimeout = options.TryTimeout ?? before?.TryTimeout,
            MaxTries = options.MaxTries ?? before?.MaxTries,
        };
        gateway.Settings.With(all);
        return new ChangedCallRunner(gateway, all);
    }
}
