using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Stanch.Remediation.Tests.Toolchains;

/// <summary>The packages of <c>node/package.json</c>, installed once for each state of the lock file, through npm's own configuration.</summary>
internal static class NodePackages
{
    private static readonly Lazy<Task<string>> s_folder = new(InstallAsync);

    /// <returns>The folder <c>node_modules</c>.</returns>
    public static Task<string> FolderAsync() => s_folder.Value;

    public static async Task LinkAsync(Workshop shop) => Directory.CreateSymbolicLink(shop.At("node_modules"), await FolderAsync());

    private static async Task<string> InstallAsync()
    {
        var source = Path.Join(Path.GetDirectoryName(Here()), "node");
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Join(source, "package-lock.json"))))[..16];
        var folder = Path.Join(AppContext.BaseDirectory, "..", "..", "..", "node", hash);
        var modules = Path.GetFullPath(Path.Join(folder, "node_modules"));
        var done = Path.Join(folder, "installed");
        if (File.Exists(done)) return modules;
        Directory.CreateDirectory(folder);
        foreach (var name in new[] { "package.json", "package-lock.json" }) File.Copy(Path.Join(source, name), Path.Join(folder, name), overwrite: true);
        await Workshop.RunAsync("npm", folder, "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"], new Dictionary<string, string>());
        await File.WriteAllTextAsync(done, "", TestContext.Current.CancellationToken);
        return modules;
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
