using Stanch.Cli.CommandLine;
using Stanch.Cli.Scanning;
using Stanch.Policy;

namespace Stanch.Cli.Projects;

/// <summary>The key of a project's fingerprints, made where there is none yet.</summary>
internal static class ProjectKey
{
    /// <param name="project">The project.</param>
    /// <param name="document">Its configuration, which a new key is added to; saved by the caller.</param>
    /// <param name="keyFile">Where a new key is kept instead, as it was typed; null for the configuration itself.</param>
    /// <param name="here">The run; told of a new key.</param>
    /// <exception cref="UsageException">There is a key already and another place was asked for, or the key file exists.</exception>
    public static Fingerprinter FingerprinterOf(Project project, ConfigurationDocument document, string? keyFile, Invocation here)
    {
        if (project.Configuration.FingerprintKey is { } known)
            return keyFile is null ? new Fingerprinter(known.Value) : throw new UsageException($"--key-file: there is a key already ({known.Origin}); take it away first, and all fingerprints with it");
        var key = FingerprintKey.Create();
        if (keyFile is null)
        {
            document.Edit((name, text) => ConfigurationEditor.SetFingerprintKey(name, text, key));
            document.Note($"made the project's fingerprint key (fingerprintKey in {document.Name}); a public repository keeps it elsewhere: see --key-file of 'stanch baseline create'");
        }
        else
        {
            WriteKeyFile(key, keyFile, here);
            document.Note($"made the project's fingerprint key in {keyFile}; whoever scans the project needs that file");
            document.Edit((name, text) => ConfigurationEditor.SetFingerprintKeyFile(name, text, NameOf(keyFile, project, here)));
        }

        return new Fingerprinter(key);
    }

    private static void WriteKeyFile(FingerprintKey key, string keyFile, Invocation here)
    {
        var path = OnDisk(keyFile, here);
        if (Path.Exists(path)) throw new UsageException($"--key-file: '{keyFile}' exists already; name it as fingerprintKeyFile in {ConfigurationSources.FileName} to use it, or take another name");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        WholeFile.Write(path, key.Export() + "\n", isPrivate: true);
    }

    private static string OnDisk(string keyFile, Invocation here) =>
        keyFile.StartsWith("~/", StringComparison.Ordinal) && here.Variable("HOME") is { Length: > 0 } home ? Path.Join(home, keyFile[2..]) : Path.GetFullPath(keyFile, here.WorkingDirectory);

    // Home is named as such, so that the configuration means the same for everybody.
    private static string NameOf(string keyFile, Project project, Invocation here)
    {
        var path = OnDisk(keyFile, here);
        if (here.Variable("HOME") is { Length: > 0 } home && path.StartsWith(home + "/", StringComparison.Ordinal)) return "~" + path[home.Length..];
        return project.Root!.Relative(path, here.WorkingDirectory);
    }
}
