using Stanch.Detection.Decoding;

namespace Stanch.Detection.Deltas;

/// <summary>The place of an escape that may hide a secret.</summary>
internal readonly record struct EscapeSign(int At, TextEncoding Encoding);
