namespace Stanch.Sources.Git;

/// <summary>The life of one secret at one path; commits by number.</summary>
/// <param name="Introduced">The first commit that has it while none of its parents has.</param>
/// <param name="Last">The newest commit that has it.</param>
/// <param name="Removed">The newest commit that took it away: −1 while it stands at a head, or where nothing took it away.</param>
/// <param name="AtHead">True while a head has it.</param>
internal readonly record struct Lifespan(int Introduced, int Last, int Removed, bool AtHead);
