using Esms.Toolkit.Package.Tests.Harness;

namespace Esms.Toolkit.Package.Tests;

/// <summary>A project that lacks something is told so in one message, and not in one for each class that is missing then.</summary>
public sealed class RefusedTests(RefusedStrangers strangers) : IClassFixture<RefusedStrangers>
{
    [Theory]
    [InlineData(
        "Alone",
        "error : Esms.Toolkit.Generator writes clients that need the package Esms.Toolkit.Runtime, which this project does not reference."
    )]
    [InlineData(
        "CSharp10",
        "error : Esms.Toolkit.Generator writes C# 11, and this project is compiled as C# 10. Set <LangVersion>latest</LangVersion>"
    )]
    [InlineData(
        "OldFramework",
        "error : Esms.Toolkit.Generator writes C# 11, and this project is compiled as C# 7.3. Set <LangVersion>latest</LangVersion>"
    )]
    [InlineData("FSharp", "error : Esms.Toolkit.Generator writes C#, and this is a project in F#. Put the contracts into a C# class library")]
    [InlineData("VisualBasic", "error : Esms.Toolkit.Generator writes C#, and this is a project in VB. Put the contracts into a C# class library")]
    [InlineData("RootClient", "error ESMS020: The property EsmsRootClient cannot be 'My.Sms': it must be one name")]
    [InlineData("Hiding", "error ESMS021: Esms.Toolkit also has 'Sms', which this one hides in the namespace Hiding;")]
    public void What_is_missing_is_one_error_that_says_what_to_do(string project, string message) =>
        Assert.StartsWith(message, Assert.Single(strangers.ErrorsOf(project)), StringComparison.Ordinal);
}
