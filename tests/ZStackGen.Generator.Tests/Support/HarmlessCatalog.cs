using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Tests.Support;

/// <summary>
/// A catalog with the same C# names in which every text of a page is replaced by letters, digits and blanks. Harmless texts stay.
/// A replacement has the same length in UTF-8 as the original, because the length determines the order of generated members.
/// </summary>
internal sealed class HarmlessCatalog
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    public static CatalogModel Of(CatalogModel model)
    {
        var harmless = new HarmlessCatalog();
        return model with
        {
            Actions = Map(model.Actions, harmless.Action),
            Structures = Map(model.Structures, harmless.Structure),
            Enumerations = Map(model.Enumerations, harmless.Enumeration),
        };
    }

    private CatalogAction Action(CatalogAction action) => action with
    {
        Name = Text(action.Name),
        Path = Path(action.Path),
        AlternatePaths = Map(action.AlternatePaths, Path),
        Wrapper = Optional(action.Wrapper),
        Since = Version(action.Since),
        Description = Optional(action.Description),
        Parameters = Map(action.Parameters, Member),
        Result = Map(action.Result, Member),
        Enumerations = Map(action.Enumerations, Enumeration),
        SystemTags = Map(action.SystemTags, tag => tag with
        {
            Tag = Text(tag.Tag),
            Parts = Map(tag.Parts, part => part.Length == 0 ? part : Text(part)),
            Description = Optional(tag.Description),
            Since = Version(tag.Since),
        }),
    };

    private CatalogStructure Structure(CatalogStructure structure) => structure with
    {
        Description = Optional(structure.Description),
        Since = Version(structure.Since),
        Members = Map(structure.Members, Member),
        Subclasses = Map(structure.Subclasses, subclass => subclass with { Name = Text(subclass.Name) }),
        Enumerations = Map(structure.Enumerations, Enumeration),
        Query = structure.Query is not { } query ? null : query with
        {
            Api = Text(query.Api),
            Path = Path(query.Path),
            Since = Version(query.Since),
            ZqlName = Optional(query.ZqlName),
            Key = Optional(query.Key),
        },
    };

    private CatalogMember Member(CatalogMember member) => member with
    {
        Name = Text(member.Name),
        Since = Version(member.Since),
        Description = Optional(member.Description),
        Values = Map(member.Values, Text),
        PathVariable = Optional(member.PathVariable),
    };

    private CatalogEnumeration Enumeration(CatalogEnumeration enumeration) => enumeration with
    {
        Description = Optional(enumeration.Description),
        Since = Version(enumeration.Since),
        Values = Map(enumeration.Values, value => value with { Value = Text(value.Value), Description = Optional(value.Description) }),
    };

    private string Path(string path)
    {
        var result = new StringBuilder();
        int start = 0;
        for (int open = path.IndexOf('{'); open >= 0; open = path.IndexOf('{', start))
        {
            int close = path.IndexOf('}', open);
            if (close < 0)
                break;
            result.Append(Literal(path[start..open])).Append('{').Append(Text(path[(open + 1)..close])).Append('}');
            start = close + 1;
        }

        return result.Append(Literal(path[start..])).ToString();
    }

    // An opening brace without a closing one is not a variable, but is still visible.
    private string Literal(string part) =>
        part.Length == 0 ? part : string.Join('/', part.Split('/').Select(Text)) + (part.Contains('{', StringComparison.Ordinal) ? "{" : "");

    private static string? Version(string? since) => SinceVersion.IsValid(since) || string.IsNullOrEmpty(since) ? since : "no version";

    private string? Optional(string? text) => text is null ? null : Text(text);

    private string Text(string text)
    {
        if (text.All(static c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '.' or ',' or '-' or '_'))
            return text;
        if (_texts.TryGetValue(text, out string? known))
            return known;
        string number = "q" + _texts.Count;
        int length = Encoding.UTF8.GetByteCount(text);
        string made = number + new string('z', Math.Max(0, length - number.Length));
        // A name with half a surrogate pair cannot be a UTF-8 literal, so it is written differently.
        if (HasLoneSurrogate(text))
            made = made[..^3] + "\ud800";
        _texts.Add(text, made);
        return made;
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                return true;
        }

        return false;
    }

    private static EquatableArray<T> Map<T>(EquatableArray<T> items, Func<T, T> map)
        where T : IEquatable<T> => new([.. items.Select(map)]);
}
