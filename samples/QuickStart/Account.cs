using Esms;

namespace QuickStart;

/// <summary>The keys of your own account, which are in the environment.</summary>
internal static class Account
{
    public static EsmsOptions FromEnvironment() => new() { ApiKey = Read("ESMS_API_KEY"), SecretKey = Read("ESMS_SECRET_KEY") };

    private static string Read(string name) =>
        Environment.GetEnvironmentVariable(name)
        ?? throw new InvalidOperationException($"A message id asks eSMS itself, which needs {name} in the environment.");
}
