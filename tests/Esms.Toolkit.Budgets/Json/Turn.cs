namespace Esms.Toolkit.Budgets.Json;

/// <summary>One piece of work in both ways.</summary>
internal sealed record Turn(string Name, Action Ours, Action Theirs)
{
    /// <summary>Runs it until the last tier of the compiler has it.</summary>
    public void WarmUp()
    {
        for (var i = 0; i < 100; i++)
        {
            Ours();
            Theirs();
        }
    }
}
