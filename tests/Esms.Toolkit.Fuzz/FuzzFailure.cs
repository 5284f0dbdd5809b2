using System.Text;

namespace Esms.Toolkit.Fuzz;

/// <summary>A contract that the toolkit did something wrong with.</summary>
/// <param name="Index">Where in its run it stands; below zero for one that never came to an end.</param>
/// <param name="Cause">What went wrong.</param>
internal sealed record FuzzFailure(int Index, string Cause, string Contract)
{
    /// <summary>Keeps the contract exactly: UTF-16, which holds every character that a mutant may have.</summary>
    /// <param name="run">How the run was called, by which the contract can be made again.</param>
    public string Save(string run)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Artifacts, "fuzz")).FullName;
        var path = Path.Combine(folder, $"{run.Replace(' ', '-')}-{Index}.txt");
        File.WriteAllText(path, $"{run}, index {Index}: {Cause}\n\n{Contract}", new UnicodeEncoding());
        return path;
    }
}
