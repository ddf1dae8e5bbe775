using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.EventEmitters;

namespace ZStackGen.Tool.Calling;

/// <summary>
/// Writes JSON as YAML that all readers read alike. A text is plain only if it consists of safe words; readers of YAML 1.1 take
/// <c>off</c>, <c>2:0:0:1</c> and <c>0x1f</c> for other values.
/// </summary>
internal static partial class YamlText
{
    private static readonly HashSet<string> s_reserved = new(StringComparer.OrdinalIgnoreCase) { "y", "n", "yes", "no", "on", "off", "true", "false", "null", "inf", "nan" };

    /// <summary>Returns the YAML of a JSON object.</summary>
    public static string Of(JsonObject value) => new SerializerBuilder()
        .WithEventEmitter(static next => new QuotedTexts(next))
        .WithNewLine("\n")
        .DisableAliases()
        .Build()
        .Serialize(Plain(value)!);

    private static object? Plain(JsonNode? node) => node switch
    {
        JsonObject value => value.ToDictionary(static member => member.Key, static member => Plain(member.Value)),
        JsonArray list => list.Select(Plain).ToList(),
        JsonValue value => value.GetValueKind() switch
        {
            JsonValueKind.String => value.GetValue<string>(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            // The digits are kept as they were sent.
            _ => decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : value.ToJsonString(),
        },
        _ => null,
    };

    private static bool IsSafe(string text) => SafeWords().IsMatch(text) && !s_reserved.Contains(text);

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_./-]*( [A-Za-z0-9_./-]+)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex SafeWords();

    private sealed class QuotedTexts(IEventEmitter next) : ChainedEventEmitter(next)
    {
        public override void Emit(ScalarEventInfo eventInfo, IEmitter emitter)
        {
            if (eventInfo.Source.Value is string text)
                eventInfo.Style = IsSafe(text) ? ScalarStyle.Plain : ScalarStyle.DoubleQuoted;
            base.Emit(eventInfo, emitter);
        }
    }
}
