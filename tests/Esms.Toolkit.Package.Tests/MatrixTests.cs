using Esms.Toolkit.Package.Tests.Harness;

namespace Esms.Toolkit.Package.Tests;

/// <summary>A contract builds without a warning in a project of any name and kind, whatever that imports and declares.</summary>
public sealed class MatrixTests(StrangerMatrix matrix) : IClassFixture<StrangerMatrix>
{
    public static TheoryData<int, string> Projects => [.. StrangerMatrix.Combinations.Select(static (combination, i) => (i, combination.ToString()))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_contract_builds_in_any_project(int project, string combination)
    {
        Assert.True(matrix.ComplaintsOf(project).Length == 0, $"{combination}\n{matrix.ComplaintsOf(project)}");
        Assert.True(matrix.IsBuilt(project), matrix.Log);
    }
}
