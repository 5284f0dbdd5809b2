namespace Esms.Runtime;

/// <summary>A body of the client's own, which says when it is read: whoever has not read it cannot have sent it.</summary>
internal abstract class WireBody : CancellableContent
{
    /// <summary>The attempt that it belongs to, where that is watched.</summary>
    public WatchedMethod? Record { get; set; }

    /// <summary>Whether nothing is in it.</summary>
    public abstract bool IsEmpty { get; }

    /// <summary>Called before each reading.</summary>
    /// <exception cref="InvalidOperationException">It must not be sent again.</exception>
    protected void BeginRead(Stream target) => Record?.BeginRead(target);
}
