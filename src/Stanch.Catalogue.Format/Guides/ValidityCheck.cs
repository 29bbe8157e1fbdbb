namespace Stanch.Catalogue.Format;

/// <summary>A read-only request that tells whether a secret works.</summary>
/// <param name="Request">Method and address: <c>GET https://…</c>. <c>{{secret}}</c>, <c>{{id}}</c> and <c>{{host}}</c> are filled in, here and in what follows.</param>
/// <param name="Headers">By name.</param>
/// <param name="Body">Null for none.</param>
/// <param name="Valid">The answer that says yes.</param>
/// <param name="Invalid">The answer that says no; any other leaves it unknown.</param>
/// <param name="Tells">What else the answer tells.</param>
/// <param name="Hosts">The only hosts that may be asked.</param>
public sealed record ValidityCheck(
    string Request,
    IReadOnlyDictionary<string, string> Headers,
    string? Body,
    ValidityAnswer Valid,
    ValidityAnswer? Invalid,
    IReadOnlyList<string> Tells,
    IReadOnlyList<string> Hosts);
