using System;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using ZStackGen.Explorer.Apis;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Explorer.Site;

/// <summary>Writes parameters, fields and tags as JSON, with their versions and limits. What is unknown or usual is omitted.</summary>
internal sealed class ElementJson(ApiLibrary library)
{
    /// <summary>Writes a parameter or a field.</summary>
    public JsonObject Member(CatalogMember member, string? chinese)
    {
        var json = new JsonObject { ["name"] = member.Name, ["type"] = TypeWords.Of(member.Type) };
        PutSince(json, StatedVersion.Parse(member.Since));
        PutEnd(json, member.Description);
        Put(json, "description", member.Description);
        Put(json, "chinese", chinese);
        if (member.Values.Count > 0)
            json["values"] = new JsonArray([.. member.Values.Select(static value => JsonValue.Create(value))]);
        else if (library.Enumeration(member.Type.Kind == ValueKind.List ? member.Type.Element!.Name : member.Type.Name) is { } enumeration)
            json["values"] = new JsonArray([.. enumeration.Values.Select(static value => JsonValue.Create(value.Value))]);
        if (library.Enumeration(member.Type.Kind == ValueKind.List ? member.Type.Element!.Name : member.Type.Name) is { } described)
        {
            foreach (CatalogEnumerationValue value in described.Values.Where(static value => value.Description is not null))
                (json["valueDescriptions"] ??= new JsonObject())[value.Value] = value.Description;
        }

        if (member.HasOpenValues)
            json["hasOpenValues"] = true;
        PutBounds(json, "range", member.Range, isLength: false);
        PutBounds(json, "length", member.Length, isLength: true);
        if (member.IsNotEmpty)
            json["isNotEmpty"] = true;
        if (TypeWords.StructureOf(member.Type) is { } structure && library.Structure(structure) is not null)
            json["structure"] = structure;
        return json;
    }

    /// <summary>Writes a system tag.</summary>
    public static JsonObject SystemTag(CatalogSystemTag tag)
    {
        var json = new JsonObject { ["name"] = tag.Tag };
        PutSince(json, StatedVersion.Parse(tag.Since));
        PutEnd(json, tag.Description);
        Put(json, "description", tag.Description);
        return json;
    }

    /// <summary>Adds the version that introduced an element. An unknown version is omitted, and so is the provenance of an exact version.</summary>
    public static void PutSince(JsonObject json, StatedVersion since)
    {
        if (since.Version is null)
            return;
        json["since"] = since.Product is { } product ? $"{product} {since.Version}" : since.Version;
        if (since.Provenance != VersionProvenance.Exact)
            json["sinceProvenance"] = StatedVersion.Name(since.Provenance);
    }

    /// <summary>Adds a text, unless it is empty.</summary>
    public static void Put(JsonObject json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            json[name] = value;
    }

    /// <summary>Adds the deprecation and removal of an element, as stated by its description.</summary>
    public static void PutEnd(JsonObject json, string? description)
    {
        Lifetime end = Lifetime.Of(description);
        if (end.IsDeprecated)
            json["deprecated"] = end.DeprecatedSince ?? "";
        Put(json, "removed", end.Removed);
        Put(json, "replacement", end.Replacement);
    }

    // The web page writes the text of the limits in its language. JSON numbers lose digits in a browser, so large bounds are texts.
    private static void PutBounds(JsonObject json, string name, ValueBounds? bounds, bool isLength)
    {
        if (bounds is not { } range)
            return;
        bool hasMinimum = range.Minimum != long.MinValue && !(isLength && range.Minimum == 0);
        json[name] = new JsonArray(hasMinimum ? Bound(range.Minimum) : null, range.Maximum != long.MaxValue ? Bound(range.Maximum) : null);

        static JsonValue Bound(long value) => JsonValue.Create(value.ToString(CultureInfo.InvariantCulture));
    }
}
