namespace Stanch.Detection;

/// <summary>A commit, as much of it as a finding shows.</summary>
/// <param name="Id">The full object id.</param>
/// <param name="Author">Name and address: <c>Ada &lt;ada@example.com&gt;</c>.</param>
/// <param name="Date">When it was authored.</param>
/// <param name="Summary">The first line of its message.</param>
public sealed record CommitInfo(string Id, string Author, DateTimeOffset Date, string Summary);
