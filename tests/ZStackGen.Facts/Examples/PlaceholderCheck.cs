using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using ZStackGen.Facts.Merging;
using ZStackGen.Facts.Parity;
using ZStackGen.Facts.Words;
using ZStackGen.Specs.Model;

namespace ZStackGen.Facts.Examples;

/// <summary>Finds values in the examples of the pages that only repeat the name of their member.</summary>
internal sealed class PlaceholderCheck(PageLookup pages)
{
    /// <summary>Returns the placeholders of an API's page, each with its place.</summary>
    public IEnumerable<string> Check(ApiModel api)
    {
        var problems = new List<string>();
        foreach ((string name, JsonNode? value) in Members(api.RequestExample))
        {
            if (name == api.Wrapper && value is JsonObject inside)
                CheckRequest(api, inside, problems);
            else
                CheckRequest(api, [new(name, value)], problems);
        }

        foreach ((string name, JsonNode? value) in Members(api.ResponseExample))
        {
            FieldModel? row = (api.Response?.Fields ?? default).FirstOrDefault(field => field.Name == name);
            Check($"{api.Name} response.{name}", name, value, row?.Type, row?.Values ?? default, problems);
        }

        return problems;
    }

    /// <summary>Gets whether a text only repeats a name or its last words: <c>task-data</c>, <c>taskData</c> and <c>data-1</c> repeat <c>taskData</c>.</summary>
    public static bool Repeats(string name, string text)
    {
        string bare = Letters(text.EndsWith("-1", StringComparison.Ordinal) ? text[..^2] : text);
        return bare.Length > 0 && (EndsWith(name, bare) || EndsWith(TypeText.Singular(name), bare));
    }

    private void CheckRequest(ApiModel api, IEnumerable<KeyValuePair<string, JsonNode?>> members, List<string> problems)
    {
        foreach ((string name, JsonNode? value) in members)
        {
            ParameterModel? row = api.Parameters.FirstOrDefault(parameter => parameter.Name == name);
            Check($"{api.Name} request.{name}", name, value, row?.Type, row?.Values ?? default, problems);
        }
    }

    private void Check(string place, string name, JsonNode? value, string? type, EquatableArray<string> values, List<string> problems)
    {
        string known = type is null ? "Object" : TypeText.Normalize(type);
        switch (value)
        {
            case JsonArray items:
                foreach (JsonNode? item in items)
                    Check(place, name, item, Content(known), values, problems);
                break;
            case JsonObject members when TypeText.IsMap(known):
                foreach ((string key, JsonNode? item) in members)
                {
                    CheckText($"{place}, key", name, key, known, values, problems);
                    Check($"{place}.{key}", name, item, Content(known), values, problems);
                }

                break;
            case JsonObject members:
                foreach ((string member, JsonNode? item) in members)
                {
                    FieldModel? field = Field(known, member);
                    Check($"{place}.{member}", member, item, field?.Type, field?.Values ?? default, problems);
                }

                break;
            case JsonValue text when text.TryGetValue(out string? content):
                CheckText(place, name, content, known, values, problems);
                break;
        }
    }

    // A listed value can have the name of its member: the state `Enabled` of the counter `Enabled`.
    private void CheckText(string place, string name, string text, string type, EquatableArray<string> values, List<string> problems)
    {
        if (Repeats(name, text) && !values.Contains(text) && pages.Type(type)?.Values.Contains(text) != true)
            problems.Add($"{place}: \"{text}\" only repeats the name");
    }

    // A response can contain a subclass, which has more members.
    private FieldModel? Field(string type, string member) =>
        pages.Field(type, member) ?? pages.Types.Where(other => pages.Extends(other, type)).Select(other => pages.Field(other, member)).FirstOrDefault(static field => field is not null);

    private static string? Content(string type)
    {
        if (!type.EndsWith('>'))
            return null;
        int start = TypeText.IsMap(type) ? type.IndexOf(',', StringComparison.Ordinal) + 1 : type.IndexOf('<', StringComparison.Ordinal) + 1;
        return type[start..^1].Trim();
    }

    private static JsonObject Members(string? example) => example is null ? [] : JsonNode.Parse(example) as JsonObject ?? [];

    private static bool EndsWith(string name, string bare)
    {
        IReadOnlyList<string> words = NameWords.Split(name);
        return Enumerable.Range(0, words.Count).Any(start => Letters(string.Concat(words.Skip(start))) == bare);
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
