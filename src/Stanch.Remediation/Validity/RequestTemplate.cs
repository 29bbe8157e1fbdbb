using System.Text;

namespace Stanch.Remediation.Validity;

/// <summary>
/// A text of the catalogue with places to fill: <c>{{secret}}</c>, <c>{{id}}</c>, <c>{{host}}</c>, and <c>{{base64(…)}}</c> around any of them, as basic authentication wants it.
/// What is filled in is never read as a template again.
/// </summary>
internal sealed class RequestTemplate(IReadOnlyDictionary<string, string> values)
{
    private const string Open = "{{";
    private const string Close = "}}";
    private const string Base64Open = "base64(";
    private const string Base64Close = ")}}";

    /// <param name="text">The template.</param>
    /// <param name="encode">What is done with each value that is filled in; null for nothing.</param>
    /// <exception cref="MissingValueException">A value that the template asks for is not known.</exception>
    public string Fill(string text, Func<string, string>? encode = null)
    {
        var output = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf(Open, at, StringComparison.Ordinal);
            if (open < 0) return output.Append(text, at, text.Length - at).ToString();
            output.Append(text, at, open - at);
            var inner = open + Open.Length;
            if (text.AsSpan(inner).StartsWith(Base64Open) && text.IndexOf(Base64Close, inner, StringComparison.Ordinal) is >= 0 and var end)
            {
                var content = Fill(text[(inner + Base64Open.Length)..end]);
                output.Append(Convert.ToBase64String(Encoding.UTF8.GetBytes(content)));
                at = end + Base64Close.Length;
                continue;
            }

            var close = text.IndexOf(Close, inner, StringComparison.Ordinal);
            if (close < 0) return output.Append(text, open, text.Length - open).ToString();
            var name = text[inner..close];
            var value = values.TryGetValue(name, out var known) ? known : throw new MissingValueException(name);
            output.Append(encode is null || name == "host" ? value : encode(value));
            at = close + Close.Length;
        }

        return output.ToString();
    }
}
