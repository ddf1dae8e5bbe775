using System;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ZStackGen.Facts.Words;

namespace ZStackGen.Facts.Examples;

/// <summary>
/// Selects realistic values. A name has the same value on every page, so that the examples fit together: the
/// <c>zoneUuid</c> of a cluster is the <c>uuid</c> of the zone.
/// </summary>
internal sealed partial class ExampleValues(ResourceWords resources)
{
    /// <summary>Returns the value of a member; <see langword="null"/> if the tables of this folder have none.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="type">Its type, which is neither a container nor a structure.</param>
    /// <param name="resource">The resource that the member belongs to.</param>
    public JsonNode? Of(string name, string type, GlossaryResource resource) => type switch
    {
        "String" => Text(name, resource) is { } text ? JsonValue.Create(text) : null,
        "Timestamp" => name.StartsWith("last", StringComparison.Ordinal) ? "Mar 4, 2024 9:12:48 AM" : "Mar 4, 2024 9:12:31 AM",
        "boolean" or "Boolean" => JsonValue.Create(name.Contains("enable", StringComparison.OrdinalIgnoreCase) || name is "success" or "available"),
        "int" or "Integer" => JsonValue.Create((int)Math.Min(ExampleNumbers.Of(name), int.MaxValue)),
        "long" or "Long" => JsonValue.Create(ExampleNumbers.Of(name)),
        "double" or "Double" or "float" or "Float" => JsonValue.Create(0.5),
        "byte[]" => "emFzdGFjaw==",
        _ => new JsonObject(),
    };

    /// <summary>Returns the key of an entry of a map; <see langword="null"/> if the tables of this folder have none.</summary>
    /// <param name="name">The name of the map.</param>
    /// <param name="resource">The resource that the map belongs to.</param>
    public static string? Key(string name, GlossaryResource resource) => name.Contains("uuid", StringComparison.OrdinalIgnoreCase)
        ? ExampleUuids.Of(name)
        : MapKeys.ByMember.TryGetValue((resource.Noun, name), out string? key) ? key : null;

    // A value that only repeats the name is not informative, so an unknown name has no value.
    private string? Text(string name, GlossaryResource resource)
    {
        if (name is "uuid" or "uuids")
            return ExampleUuids.Of(resource.Noun);
        if (name.EndsWith("Uuid", StringComparison.Ordinal) || name.EndsWith("Uuids", StringComparison.Ordinal))
            return ExampleUuids.Of(resources.OfReference(name)?.Noun ?? name);
        if (ResourceTexts.ByMember.TryGetValue((resource.Noun, name), out string? ofResource))
            return ofResource;
        return name switch
        {
            "name" => Slug(Head().Split(resource.Noun)[0]) + "-1",
            "type" => ResourceTypes.ByResource.TryGetValue(resource.Noun, out string? type) ? type : null,
            _ => TextsByName.Of(name) ?? TextsByEnding.Of(name),
        };
    }

    private static string Slug(string noun)
    {
        var slug = new StringBuilder();
        foreach (char c in noun.ToLower(CultureInfo.InvariantCulture))
            slug.Append(char.IsAsciiLetterOrDigit(c) ? c : '-');
        return slug.ToString().Trim('-');
    }

    // The "redirect rule of an access control list" is called "redirect-rule-1".
    [GeneratedRegex(" (of|with|on|in|by|that|from|to|between|for) ", RegexOptions.CultureInvariant)]
    private static partial Regex Head();
}
