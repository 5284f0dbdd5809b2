using System.Runtime.CompilerServices;

namespace Esms.Runtime;

/// <summary>Gives the answer of a call its type when it comes. By hand, because an async method takes three times the code in every native app.</summary>
internal sealed class TypedAnswer<TResponse>
    where TResponse : EsmsResponse
{
    private readonly Task<object> _running;
    private AsyncTaskMethodBuilder<TResponse> _builder = AsyncTaskMethodBuilder<TResponse>.Create();

    private TypedAnswer(Task<object> running) => _running = running;

    public static Task<TResponse> WaitFor(ValueTask<object> running)
    {
        var answer = new TypedAnswer<TResponse>(running.AsTask());
        var task = answer._builder.Task;
        answer._running.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(answer.Complete);
        return task;
    }

    private void Complete()
    {
        try
        {
            _builder.SetResult((TResponse)_running.GetAwaiter().GetResult());
        }
#pragma warning disable CA1031 // It is thrown to whoever awaits the call.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _builder.SetException(exception);
        }
    }
}
