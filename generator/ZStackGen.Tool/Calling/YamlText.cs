using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ZStackGen.Tool.Calling;

/// <summary>
/// Writes JSON as YAML that all readers read alike. A text is plain only if it consists of safe words; readers of YAML 1.1 take
/// <c>off</c>, <c>2:0:0:1</c> and <c>0x1f</c> for other values.
/// </summary>
internal sealed partial class YamlText
{
    private static readonly HashSet<string> s_reserved = new(System.StringComparer.OrdinalIgnoreCase) { "y", "n", "yes", "no", "on", "off", "true", "false", "null", "inf", "nan" };

    private readonly StringBuilder _text = new();

    /// <summary>Returns the YAML of a JSON object.</summary>
    public static string Of(JsonObject value)
    {
        var yaml = new YamlText();
        if (value.Count == 0)
            yaml._text.Append("{}\n");
        else
            yaml.Members(value, 0, isIndented: true);
        return yaml._text.ToString();
    }

    // The first member of an item of a list follows its dash.
    private void Members(JsonObject members, int level, bool isIndented)
    {
        foreach ((string name, JsonNode? value) in members)
        {
            if (isIndented)
                _text.Append(' ', 2 * level);
            isIndented = true;
            _text.Append(Scalar(name)).Append(':');
            switch (value)
            {
                case JsonObject { Count: > 0 } inner:
                    _text.Append('\n');
                    Members(inner, level + 1, isIndented: true);
                    break;
                case JsonArray { Count: > 0 } list:
                    _text.Append('\n');
                    Items(list, level, isIndented: true);
                    break;
                default:
                    _text.Append(' ').Append(Leaf(value)).Append('\n');
                    break;
            }
        }
    }

    private void Items(JsonArray items, int level, bool isIndented)
    {
        foreach (JsonNode? item in items)
        {
            if (isIndented)
                _text.Append(' ', 2 * level);
            isIndented = true;
            _text.Append("- ");
            switch (item)
            {
                case JsonObject { Count: > 0 } members:
                    Members(members, level + 1, isIndented: false);
                    break;
                case JsonArray { Count: > 0 } list:
                    Items(list, level + 1, isIndented: false);
                    break;
                default:
                    _text.Append(Leaf(item)).Append('\n');
                    break;
            }
        }
    }

    private static string Leaf(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject => "{}",
        JsonArray => "[]",
        _ => value.GetValueKind() == JsonValueKind.String ? Scalar(value.GetValue<string>()) : Number(value.ToJsonString()),
    };

    // The digits are kept as they were sent, but YAML 1.1 reads 1E5 as a text.
    private static string Number(string json) =>
        decimal.TryParse(json, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number.ToString(CultureInfo.InvariantCulture) : json;

    private static string Scalar(string text) => SafeWords().IsMatch(text) && !s_reserved.Contains(text) ? text : Quoted(text);

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                quoted.Append(c).Append(text[++i]);
            else if (c is '"' or '\\')
                quoted.Append('\\').Append(c);
            else if (c == '\n')
                quoted.Append("\\n");
            else if (char.IsControl(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned)
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else
                quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_./-]*( [A-Za-z0-9_./-]+)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex SafeWords();
}
