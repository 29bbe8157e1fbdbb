using System.Runtime.CompilerServices;

namespace Stanch.Cli.Tests.Distribution;

/// <summary>What packages are made of in tests: the program as it was built for these, since a native one takes minutes.</summary>
internal static class BuiltProgram
{
    public static string Repository { get; } = Find();

    /// <summary>The folder of the program and of what it needs.</summary>
    public static string Folder { get; } = Path.GetFullPath(Path.Join(AppContext.BaseDirectory, "..", "..", "Stanch.Cli", "release"));

    public static string Script(string name) => Path.Join(Repository, "build", name);

    /// <summary>A single file that runs it.</summary>
    public static Sandbox WithSingleFile(this Sandbox here)
    {
        here.File("program", $"#!/bin/sh\nexec '{Path.Join(Folder, "stanch")}' \"$@\"\n").With("SOURCE_DATE_EPOCH", "1700000000");
        here.Shell("chmod", "+x", "program");
        return here;
    }

    private static string Find([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here)!;
        while (!File.Exists(Path.Join(folder, "Stanch.slnx"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
