using System.Text.Json.Serialization;

namespace Stanch.Catalogue.Format;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Guide))]
internal sealed partial class GuideJson : JsonSerializerContext;
