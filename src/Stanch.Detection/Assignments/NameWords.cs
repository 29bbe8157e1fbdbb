using System.Collections.Frozen;
using System.Text;

namespace Stanch.Detection.Assignments;

/// <summary>Reads a name by its words: <c>dbPassword2</c> is "db", "password", "2". The words around the credential's word decide what the value is.</summary>
internal static class NameWords
{
    private const int MostCharacters = 128;
    private const int MostWords = 16;
    private const int LongestEnding = 4;

    // A word after the credential's that makes the whole name something about the credential rather than the credential.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AboutWords = Lookup(
        [
            "name", "names", "id", "ids", "url", "uri", "urls", "endpoint", "path", "file", "filename", "dir", "folder", "type", "types", "kind", "length", "len", "size", "count", "limit", "max", "min", "field", "fields", "label",
            "hint", "prompt", "message", "msg", "error", "errors", "regex", "pattern", "policy", "rule", "rules", "reset", "recovery", "expires", "expiry", "expiration", "expire", "ttl", "timeout", "age", "lifetime", "enabled", "disabled",
            "required", "optional", "valid", "validator", "validation", "format", "column", "header", "headers", "param", "params", "parameter", "index", "class", "input", "form", "page", "view", "button", "icon", "algorithm", "algo", "alg",
            "method", "mode", "ref", "reference", "arn", "location", "region", "version", "endpoint", "host", "port", "user", "username", "email", "manager", "provider", "store", "service", "handler", "helper", "util", "utils",
            "generator", "factory", "builder", "encoder", "hasher", "strength", "checker", "status", "state", "title", "text", "placeholder", "description", "help", "scope", "scopes", "audience", "issuer", "subject", "policyname", "selector", "locator", "xpath", "css",
            "verified", "changed", "updated", "created", "at", "date", "time", "timestamp", "attempts", "count", "retries", "prefix", "suffix", "separator", "delimiter", "env", "var", "variable", "charset", "chars", "characters", "exists", "callback", "func", "function", "test", "spec", "schema", "template", "command", "cmd", "script", "info", "config", "options", "settings", "list", "map", "cache", "bucket", "count", "budget", "usage", "stream", "parser", "lexer", "kinds", "pos", "position", "start", "end", "offset", "line", "lines", "down", "up", "press", "stroke", "frame", "board", "word", "words", "seq", "binding", "bindings",
        ]);

    // Things that hold random text and no secret.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ThingWords = Lookup(
        ["sha", "md", "hash", "digest", "checksum", "commit", "revision", "rev", "uuid", "guid", "org", "organization", "etag", "build", "job", "project", "image", "release", "workspace", "site", "integrity", "fingerprint", "author", "authors", "ciphers", "ciphersuite", "ciphersuites", "keyword", "keywords", "keydown", "keyup", "keypress", "keyboard", "hotkey", "feedkeys"]);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FakeWords = Lookup(
        ["mock", "fake", "dummy", "example", "sample", "placeholder", "stub", "invalid", "wrong", "bogus", "nonexistent", "expected"]);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> StrongWords = Lookup(
        [
            "password", "passwords", "passwd", "passwort", "pwd", "pass", "passphrase", "passcode", "pw", "secret", "secrets", "apikey", "apikeys", "token", "tokens", "credential", "credentials", "creds", "accesskey", "secretkey", "privatekey", "clientsecret", "authtoken", "accesstoken", "contrasena", "senha", "mdp", "psw", "secrete", "appkey", "authkey", "encryptionkey", "signingkey", "masterkey", "bearer", "psk", "presharedkey", "rootpw", "adminpw", "bindpw", "requirepass", "masterauth", "userpass", "dbpass", "rootpass", "adminpass", "sshpass",
        ]);

    // "key" by itself names anything; after one of these it names a secret.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> KeyOwners = Lookup(
        ["api", "secret", "access", "private", "auth", "encryption", "encrypt", "signing", "sign", "master", "app", "application", "client", "service", "account", "license", "session", "crypto", "cipher", "hmac", "aes", "storage", "deploy", "ssh", "jwt", "shared", "admin", "root", "host", "server", "subscription", "integration"]);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SourceEndings = Lookup(
        ["c", "h", "cc", "cpp", "hpp", "cs", "go", "rs", "py", "rb", "pl", "pm", "php", "java", "kt", "js", "ts", "mjs", "sh", "lo", "o", "obj"]);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(string[] words) =>
        words.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What the name says of its value.</summary>
    public static NameRole RoleOf(ReadOnlySpan<byte> name) => Read(name).Role;

    /// <summary>What its words say.</summary>
    public static NameReading Read(ReadOnlySpan<byte> name)
    {
        Span<char> text = stackalloc char[MostCharacters];
        Span<Range> words = stackalloc Range[MostWords];
        var kept = name[Math.Max(0, name.Length - MostCharacters)..];
        if (IsPlaceCode(kept) || IsSourceFile(kept))
        {
            return new NameReading(NameRole.NotCredential, CredentialKind.None, 0, 0, false, false);
        }

        var length = Encoding.Latin1.GetChars(kept, text);
        var count = Split(text[..length], words);
        return Judge(text[..length], words[..count]);
    }

    // en_PW: Palau, in every table of languages and countries.
    private static bool IsPlaceCode(ReadOnlySpan<byte> name) => name.Length is 5 or 6 && name.EndsWith("_PW"u8) && name[..^3].IndexOfAnyExceptInRange((byte)'a', (byte)'z') < 0;

    // mod_sql_passwd.c: …, as logs of changes and compilers write. Where configuration is mounted, token.txt and tls.key name what they hold.
    private static bool IsSourceFile(ReadOnlySpan<byte> name)
    {
        var dot = name.LastIndexOf((byte)'.');
        Span<char> ending = stackalloc char[LongestEnding];
        return dot > 0 && name.Length - dot - 1 is > 0 and <= LongestEnding
            && SourceEndings.Contains(ending[..Encoding.Latin1.GetChars(name[(dot + 1)..], ending)]);
    }

    private static NameReading Judge(Span<char> text, ReadOnlySpan<Range> words)
    {
        var credential = -1;
        var (strong, fake, published) = (false, false, false);
        var kind = CredentialKind.None;
        for (var i = 0; i < words.Length; i++)
        {
            ReadOnlySpan<char> word = text[words[i]];
            fake |= FakeWords.Contains(word);
            published |= word is "public" or "publishable" || word.EndsWith("pubkey");
            if (IsStrong(word) || (word is "key" && i > 0 && KeyOwners.Contains(text[words[i - 1]])))
            {
                (credential, strong, kind) = (i, true, KindOf(word));
            }
            else if (word is "key" or "auth" or "authorization" or "salt" or "pat" or "dsn" && !strong)
            {
                credential = i;
                kind = strong ? kind : WeakKindOf(word);
            }
        }

        // Without a credential's word, a word that names a thing anywhere says that it is that thing: CIRCLE_SHA1, SNYK_ORG_ID.
        var about = HasAboutWord(text, words[(credential + 1)..]) || (credential < 0 && HasThingWord(text, words));
        var role = fake || published ? NameRole.Fake : about ? NameRole.NotCredential : strong ? NameRole.Strong : NameRole.Weak;
        return new NameReading(role, kind, Math.Max(0, credential), words.Length - 1 - credential, fake, published);
    }

    // Words that are written as one: PGPASSWORD, usertoken.
    private static bool IsStrong(ReadOnlySpan<char> word) =>
        StrongWords.Contains(word) || word.EndsWith("password") || word.EndsWith("passwd") || word.EndsWith("secret") || word.EndsWith("token") || word.EndsWith("apikey");

    private static CredentialKind KindOf(ReadOnlySpan<char> word) =>
        word.Contains("secret", StringComparison.Ordinal) || word.StartsWith("cred") ? CredentialKind.Secret
        : word.Contains("token", StringComparison.Ordinal) || word is "bearer" ? CredentialKind.Token
        : word is "pass" or "pw" or "pwd" or "psw" ? CredentialKind.ShortPassword
        : word.EndsWith("key") || word.EndsWith("keys") ? CredentialKind.OwnedKey
        : CredentialKind.Password;

    private static CredentialKind WeakKindOf(ReadOnlySpan<char> word) => word switch
    {
        "key" => CredentialKind.BareKey,
        "auth" or "authorization" => CredentialKind.Authorization,
        "salt" => CredentialKind.Salt,
        _ => CredentialKind.Other,
    };

    private static bool HasThingWord(ReadOnlySpan<char> text, ReadOnlySpan<Range> words)
    {
        foreach (var word in words)
        {
            if (ThingWords.Contains(text[word]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasAboutWord(ReadOnlySpan<char> text, ReadOnlySpan<Range> words)
    {
        foreach (var word in words)
        {
            if (AboutWords.Contains(text[word]))
            {
                return true;
            }
        }

        return false;
    }

    // Lower-cases in place while it splits: at signs, between lower and upper case, and before the last capital of a run (APIKey).
    private static int Split(Span<char> text, Span<Range> words)
    {
        int count = 0, start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var ends = i == text.Length || !char.IsAsciiLetter(text[i]);
            var breaks = !ends && i > start && char.IsAsciiLetterUpper(text[i])
                && (!char.IsAsciiLetterUpper(text[i - 1]) || (i + 1 < text.Length && char.IsAsciiLetterLower(text[i + 1])));
            if (!ends && !breaks)
            {
                continue;
            }

            if (i > start && count < words.Length)
            {
                words[count++] = start..i;
            }

            start = ends ? i + 1 : i;
        }

        foreach (ref var c in text)
        {
            c = char.ToLowerInvariant(c);
        }

        return count;
    }
}
