namespace Stanch.Sources.Git.Packs;

/// <summary>What came of looking for one object: its bytes, or why there are none.</summary>
/// <param name="Kind">Unknown where it was not read.</param>
/// <param name="Bytes">Shared with the cache: not to be changed.</param>
/// <param name="Gap">Null where it was read; <see cref="GapKind.Limit"/> where it, or what it is made from, is too large to hold.</param>
/// <param name="Why">What is wrong with it.</param>
internal readonly record struct StoredObject(ObjectKind Kind, byte[] Bytes, GapKind? Gap, string Why)
{
    public static readonly StoredObject Absent = Missing(GapKind.Absent, "the repository does not hold this object");
    public static readonly StoredObject TooLarge = Missing(GapKind.Limit, "it is too large to be unfolded in memory");

    public bool IsRead => Gap is null;

    public static StoredObject Of(ObjectKind kind, byte[] bytes) => new(kind, bytes, null, "");

    public static StoredObject Damaged(string why) => Missing(GapKind.Corrupt, why);

    public static StoredObject Unreadable(string why) => Missing(GapKind.Unreadable, why);

    /// <summary>Hands it, or the reason why there is none, to a consumer; what is too large to hold is left to others.</summary>
    public void Deliver(ObjectId id, IObjectConsumer consumer, Action<ObjectId> leave)
    {
        if (IsRead) consumer.Take(new ObjectHeader(id, Kind, Bytes.Length), Bytes);
        else if (Gap == GapKind.Limit) leave(id);
        else consumer.NotRead(id, Gap!.Value, Why);
    }

    private static StoredObject Missing(GapKind gap, string why) => new(ObjectKind.Unknown, [], gap, why);
}
