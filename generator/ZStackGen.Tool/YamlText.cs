using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlScalar = YamlDotNet.Core.Events.Scalar;

namespace ZStackGen.Tool;

/// <summary>
/// Writes JSON as YAML that all readers read alike. A text is plain only if it consists of safe words; readers of YAML 1.1 take
/// <c>off</c>, <c>2:0:0:1</c> and <c>0x1f</c> for other values.
/// </summary>
internal static partial class YamlText
{
    private static readonly HashSet<string> s_reserved = new(StringComparer.OrdinalIgnoreCase) { "y", "n", "yes", "no", "on", "off", "true", "false", "null", "inf", "nan" };

    /// <summary>Returns the YAML of a JSON object.</summary>
    public static string Of(JsonObject value)
    {
        var text = new StringWriter();
        var emitter = new Emitter(text, EmitterSettings.Default.WithNewLine("\n"));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart());
        Write(value, emitter);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return OutputConsole.Escaped(text.ToString());
    }

    private static void Write(JsonNode? node, IEmitter emitter)
    {
        switch (node)
        {
            case JsonObject members:
                emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, members.Count == 0 ? MappingStyle.Flow : MappingStyle.Block));
                foreach ((string name, JsonNode? member) in members)
                {
                    Write(name, emitter);
                    Write(member, emitter);
                }

                emitter.Emit(new MappingEnd());
                break;
            case JsonArray elements:
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, elements.Count == 0 ? SequenceStyle.Flow : SequenceStyle.Block));
                foreach (JsonNode? element in elements)
                    Write(element, emitter);
                emitter.Emit(new SequenceEnd());
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                Write(value.GetValue<string>(), emitter);
                break;
            default:
                // The digits of a number are kept as they were sent.
                emitter.Emit(new YamlScalar(AnchorName.Empty, TagName.Empty, node?.ToJsonString() ?? "null", ScalarStyle.Plain, isPlainImplicit: true, isQuotedImplicit: false));
                break;
        }
    }

    private static void Write(string text, IEmitter emitter) => emitter.Emit(new YamlScalar(
        AnchorName.Empty, TagName.Empty, text, IsSafe(text) ? ScalarStyle.Plain : ScalarStyle.DoubleQuoted, isPlainImplicit: true, isQuotedImplicit: true));

    private static bool IsSafe(string text) => SafeWords().IsMatch(text) && !s_reserved.Contains(text);

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_./-]*( [A-Za-z0-9_./-]+)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex SafeWords();
}
