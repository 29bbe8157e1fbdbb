using System.Text;

namespace Stanch.CatalogueCompiler;

/// <summary>Writes a file only when it differs: its time stamp decides what is compiled again.</summary>
internal static class OutputFile
{
    public static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public static void Write(string path, byte[] content)
    {
        if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(content))
            File.WriteAllBytes(path, content);
    }
}
