using System.Collections.Frozen;

namespace Stanch.Bench.Accuracy;

/// <summary>Cases whose label names something else than a secret, read one by one: what is to be found there is a user, an account, a host, a reference or a cut-off piece of code.</summary>
internal static class NotSecrets
{
    private static readonly FrozenSet<string> Ids = new[]
    {
        "detect-secrets:cloudant:13", // a host
        "detect-secrets:cloudant:14", // an account
        "detect-secrets:cloudant:15", // an account
        "detect-secrets:cloudant:16", // an address without credentials
        "detect-secrets:softlayer:58", // a user
        "detect-secrets:softlayer:59", // a user
        "detect-secrets:softlayer:60", // a user
        "noseyparker:np.generic.5:3", // code that joins two variables
        "noseyparker:np.generic.13:1", // a user
        "noseyparker:np.odbc.1:2", // a user
        "noseyparker:np.vmware.1:2", // a variable
        "secretlint:aws:2", // an account of zeros
        "secretlint:azure:1", // a tenant
        "secretlint:azure:2", // a client's id
        "secretlint:azure:3", // the label ends within the secret and starts before its name
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string id) => Ids.Contains(id);
}
