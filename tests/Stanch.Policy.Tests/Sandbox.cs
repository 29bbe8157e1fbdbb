namespace Stanch.Policy.Tests;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class Sandbox : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stanch-policy-");

    public string At(string path) => Path.Join(_folder.FullName, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
