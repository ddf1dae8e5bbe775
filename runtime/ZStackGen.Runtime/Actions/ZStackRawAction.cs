using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;

namespace ZStack;

/// <summary>A call of an API for which there is no page, with its parameters as they travel.</summary>
/// <example><code>
/// var action = new ZStackRawAction("GetVmConsoleAddress", "GET", "/v1/vm-instances/{uuid}/console-addresses") { Parameters = { ["uuid"] = uuid } };
/// ZStackRawResult answer = await client.CallAsync(action);
/// string? host = answer["hostIp"]?.GetString();
/// </code></example>
public sealed class ZStackRawAction : ZStackAction<ZStackRawResult>
{
    /// <summary>Names the API.</summary>
    /// <param name="name">The API's name, such as <c>StartVmInstance</c>; a PUT's wrapper follows from it.</param>
    /// <param name="method">The HTTP method: GET, POST, PUT or DELETE.</param>
    /// <param name="path">The path with its <c>{name}</c> segments, from <c>/v1</c> on.</param>
    /// <param name="wrapper">The key under which a body's arguments sit, where it is not the usual one (PROTOCOL.md §1.2).</param>
    /// <param name="traits">The manner of working. Only an API marked as asynchronous is sent again after a broken connection.</param>
    public ZStackRawAction(string name, string method, string path, string? wrapper = null, ApiTraits traits = ApiTraits.RequiresSession)
        => Api = new ApiDescriptor(name, method, path, traits) { Wrapper = wrapper };

    /// <inheritdoc/>
    public override ApiDescriptor Api { get; }

    /// <summary>
    /// The parameters. Those that the path names go there; the others into the query of a GET or DELETE, or into the wrapper of a POST or PUT,
    /// but <c>systemTags</c> and <c>userTags</c> beside it. Values are texts, numbers, truth values, moments, JsonElement, structures,
    /// and lists and maps of them.
    /// </summary>
    public IDictionary<string, object?> Parameters { get; } = new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <inheritdoc/>
    protected internal override void WritePath(ref PathWriter path)
    {
        string template = Api.Path;
        int at = 0;
        while (true)
        {
            int open = template.IndexOf('{', at);
            int close = open < 0 ? -1 : template.IndexOf('}', open);
            if (close < 0)
                break;
            path.Literal(template.Substring(at, open - at));
            string name = template.Substring(open + 1, close - open - 1);
            Parameters.TryGetValue(name, out object? value);
            path.Segment(name, value is null ? null : Text(name, value));
            at = close + 1;
        }

        path.Literal(template.Substring(at));
    }

    /// <inheritdoc/>
    protected internal override void WriteQuery(ref QueryWriter query)
    {
        if (Api.HasBody)
            return;
        foreach (KeyValuePair<string, object?> parameter in Parameters)
        {
            switch (parameter.Value)
            {
                case null:
                    break;
                case var _ when IsInPath(parameter.Key):
                    break;
                case IReadOnlyDictionary<string, string> map:
                    query.Add(parameter.Key, map);
                    break;
                case IReadOnlyDictionary<string, IReadOnlyList<string>> map:
                    query.Add(parameter.Key, map);
                    break;
                // Values of several kinds: a list becomes several pairs under its key.
                case System.Collections.IDictionary map:
                    foreach (System.Collections.DictionaryEntry entry in map)
                        AddEntry(ref query, parameter.Key, entry.Key as string ?? throw new ArgumentException($"API {Api.Name}: parameter '{parameter.Key}' has a key that is no text.", parameter.Key), entry.Value);
                    break;
                case IReadOnlyList<string> list:
                    query.Add(parameter.Key, list);
                    break;
                case System.Collections.IEnumerable items and not string:
                    foreach (object? item in items)
                        query.Add(parameter.Key, Text(parameter.Key, item));
                    break;
                default:
                    query.Add(parameter.Key, Text(parameter.Key, parameter.Value));
                    break;
            }
        }
    }

    /// <inheritdoc/>
    protected internal override void WriteBody(ref JsonBodyWriter body)
    {
        foreach (KeyValuePair<string, object?> parameter in Parameters)
            if (!IsInPath(parameter.Key) && !IsTag(parameter.Key))
                body.MemberOf(parameter.Key, parameter.Value);
    }

    /// <inheritdoc/>
    protected internal override void WriteBodyOutsideWrapper(ref JsonBodyWriter body)
    {
        foreach (KeyValuePair<string, object?> parameter in Parameters)
            if (IsTag(parameter.Key))
                body.MemberOf(parameter.Key, parameter.Value);
    }

    /// <inheritdoc/>
    protected internal override ZStackRawResult ReadResult(ref JsonReader reader)
    {
        var value = new ZStackRawResult();
        reader.ReadMembers(value);
        return value;
    }

    private void AddEntry(ref QueryWriter query, string name, string key, object? value)
    {
        var values = new List<string>();
        if (value is System.Collections.IEnumerable items and not string)
        {
            foreach (object? item in items)
                values.Add(Text(name, item));
        }
        else
        {
            values.Add(Text(name, value));
        }

        query.Add(name, new Dictionary<string, IReadOnlyList<string>> { [key] = values });
    }

    private static bool IsTag(string name) => name is "systemTags" or "userTags";

    private bool IsInPath(string name) => Api.Path.IndexOf("{" + name + "}", StringComparison.Ordinal) >= 0;

    private string Text(string name, object? value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTimeOffset moment => JsonTimestamp.Format(moment),
        JsonElement { ValueKind: JsonValueKind.String } element => element.GetString()!,
        JsonElement element => element.GetRawText(),
        sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal
            => ((IFormattable)value).ToString(value is float or double ? "R" : null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"API {Api.Name}: parameter '{name}' has a value of type {value?.GetType().Name ?? "null"}, which cannot be written into a URL.", name),
    };
}

/// <summary>The answer of a raw call: all its members are <see cref="ZStackStructure.UnknownMembers"/>.</summary>
public sealed class ZStackRawResult : ZStackResult
{
    /// <summary>A member of the answer; null if there is none of this name.</summary>
    /// <param name="member">The member's name, such as <c>inventory</c>.</param>
    public JsonElement? this[string member] => UnknownMembers.TryGetValue(member, out JsonElement value) ? value : null;
}
