using System.Collections.Frozen;
using Stanch.Detection.Scanning;

namespace Stanch.Detection.Model;

/// <summary>Tells the kind of a file from its path. The ending of a template (<c>.example</c>, <c>.dist</c>) is looked through.</summary>
internal static class FileKinds
{
    private static readonly FrozenDictionary<string, FileKind> ByExtension = Table(
        (FileKind.Script, "sh bash zsh fish ps1 psm1 bat cmd mk makefile dockerfile"),
        (FileKind.Settings, "env ini cfg conf config properties toml cnf rc netrc npmrc pgpass envrc tfvars hcl reg"),
        (FileKind.Yaml, "yml yaml"),
        (FileKind.Json, "json json5 jsonc ipynb har"),
        (FileKind.Markup, "xml plist html htm xhtml svg xsd wsdl storyboard xib resx csproj vue svelte jsp erb ejs hbs"),
        (FileKind.Prose, "md mdx rst adoc asciidoc txt textile tex org log"),
        (FileKind.Translation, "po pot mo strings arb xliff xlf ftl"),
        (FileKind.Integrity, "lock sum sha1 sha256 sha512 md5 sig asc"));

    private static readonly FrozenSet<string> TranslationFolders = new[] { "i18n", "l10n", "locale", "locales", "lang", "langs", "language", "languages", "translations", "nls", "intl" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> IntegrityNames = new[] { "package-lock.json", "npm-shrinkwrap.json", "pnpm-lock.yaml", "composer.lock", "go.sum", ".secrets.baseline", "packages.lock.json", "yarn.lock" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static FileKind Of(string path)
    {
        var name = FileRoles.WithoutTemplateEnding(path[(path.LastIndexOf('/') + 1)..]);
        if (IntegrityNames.Contains(name))
        {
            return FileKind.Integrity;
        }

        if (IsTranslation(path, name))
        {
            return FileKind.Translation;
        }

        if (name.Contains(".min.", StringComparison.OrdinalIgnoreCase) || name.Contains(".bundle.", StringComparison.OrdinalIgnoreCase))
        {
            return FileKind.Minified;
        }

        var extension = name[(name.LastIndexOf('.') + 1)..];
        return ByExtension.TryGetValue(extension, out var kind) ? kind
            : name.StartsWith(".env", StringComparison.OrdinalIgnoreCase) ? FileKind.Settings
            : name.StartsWith("Dockerfile", StringComparison.OrdinalIgnoreCase) ? FileKind.Script
            : FileRoles.Of(path).HasFlag(FileRole.Code) ? FileKind.Code : FileKind.Other;
    }

    private static bool IsTranslation(string path, string name)
    {
        foreach (var folder in path.Split('/'))
        {
            if (TranslationFolders.Contains(folder))
            {
                return true;
            }
        }

        return name.StartsWith("messages", StringComparison.OrdinalIgnoreCase) && !name.EndsWith(".py", StringComparison.Ordinal) || ByExtension.GetValueOrDefault(name[(name.LastIndexOf('.') + 1)..]) == FileKind.Translation;
    }

    private static FrozenDictionary<string, FileKind> Table(params (FileKind Kind, string Extensions)[] rows) =>
        rows.SelectMany(row => row.Extensions.Split(' ').Select(extension => (extension, row.Kind))).ToFrozenDictionary(pair => pair.extension, pair => pair.Kind, StringComparer.OrdinalIgnoreCase);
}
