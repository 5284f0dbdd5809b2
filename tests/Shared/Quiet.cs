namespace Esms.Tests.Secrets;

/// <summary>Tests that listen to the whole process, and so run when no other test does.</summary>
[CollectionDefinition(nameof(Quiet), DisableParallelization = true)]
public sealed class Quiet;
