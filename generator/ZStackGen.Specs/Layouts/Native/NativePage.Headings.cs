using System;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Parsing.Headings;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Native;

/// <summary>Determines the part of the page that a heading starts: another API or type, or a section.</summary>
internal sealed partial class NativePage
{
    private static readonly char[] s_capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".ToCharArray();

    private const int LongestProperty = 120;

    private string _headingWords = "";

    /// <summary>The location that the heading or label above a table states.</summary>
    private LocationText _stated;

    /// <summary>The heading of the current part, if it states a deprecation.</summary>
    private string? _deprecation;

    public void Heading(int level, TextRange place)
    {
        string words = CellText.Description(WithoutEnd(reading.Page[place])) ?? "";
        string anchor = _anchors.Next(words);
        // Emphasis, code ticks and links do not change the meaning of a heading.
        words = CellText.Plain(words.AsSpan()).TrimEnd(':', '：', ' ');
        if (NativeWords.WithoutNumber(words) is var section && NativeWords.IsSection(section))
            words = section;
        _headingWords = words;
        EndPart();
        _heading = null;
        if (level > 1 && IsApi && NativeWords.IsDeprecation(NativeTitle.WithoutSymbols(words)))
        {
            (_part, _deprecation) = (Part.Other, words);
            return;
        }

        if (level <= _optionalLevel)
            _optionalLevel = 0;
        if (NativeWords.IsOptional(words))
            _optionalLevel = level;
        if (level == 1 && !IsSectionOfApi(words))
        {
            string named = NativeTitle.WithoutRemark(NativeTitle.WithoutSymbols(words), out string remark);
            Begin(PageTitle.Read(named.AsSpan()), named, anchor, place);
            ApplyRemark(remark, place);
            return;
        }

        if (_part == Part.Example && _samples.Label(words.AsSpan()))
            return;
        _stated = NativeWords.IsOptional(words) ? _stated : IsApi && !_hasResponse ? NativeLocation.Of(words) : default;
        // A heading such as Fields below the name of a type is a section of the type.
        if (_part == Part.Top && _api is { Urls.Count: 0, Name: { } type } && _structure is { Fields.Count: 0, Values.Count: 0 } && HasSeveralWords(type) && Characters.IsPascalName(words.AsSpan()) && !HasSeveralWords(words) && !_isListed)
            return;
        _part = NativeWords.IsParameters(words) || _stated != default ? Part.Parameters
            : NativeWords.IsResponse(words) ? Part.Response
            : NativeWords.IsSystemTags(words) ? Part.SystemTags
            : NativeWords.IsNotes(words) ? Part.Notes
            : NativeWords.IsExample(words) ? Part.Example
            : words == Anonymous || Characters.IsPascalName(words.AsSpan()) ? Part.Structure
            : Part.Other;
        if (_part is Part.Structure or Part.Other && PageTitle.Read(words.AsSpan()) is { Name: not null } title)
        {
            _heading = (title, place, anchor);
            _isBehindApi |= IsApi && title.Words is not null && ApiVerbs.StartsWithVerb(title.Name) && title.Name != _api!.Name;
        }

        if (_part == Part.Response && IsApi)
        {
            _hasResponse = true;
        }
        else if (_part == Part.Structure)
        {
            _structure = new StructureDraft { Name = words == Anonymous ? null : words, Place = place };
            _ties.Heading(anchor, _structure);
            // Under an API, a level 3 heading is a structure even without rows; other headings are structures only if a table follows.
            if (level == 3 && IsApi)
                List();
        }
    }

    /// <summary>Applies the version or the deprecation behind the name in a title: <c>PaintDoor (since 4.7.0)</c>.</summary>
    private void ApplyRemark(string remark, TextRange place)
    {
        if (remark.Length == 0)
            return;
        if (VersionCell.Read(remark.AsSpan()) is { } version && VersionText.IsVersion(version.AsSpan()))
            (_api!.Since, _api.SincePlace, _structure!.Since) = (version, place, version);
        else
            _text.AddSentence(char.ToUpperInvariant(remark[0]) + remark.Substring(1).TrimEnd('.') + ".");
    }

    /// <summary>Adds the heading that states a deprecation, and the text below it, to the description of the API.</summary>
    private void AddDeprecation(string? text)
    {
        if (_deprecation is { } heading && _api is not null)
        {
            string sentence = !Lifetime.Of(text).IsCurrent ? text! : (Lifetime.Of(heading).IsCurrent ? "Deprecated." : heading + ".") + (text is null ? "" : "\n" + text);
            _api.Description = _api.Description is { } description ? description + "\n" + sentence : sentence;
        }

        _deprecation = null;
    }

    /// <summary>
    /// Applies a phrase that a row or the heading above states as a property: <c>| Since | 4.7.0 |</c>, or <c>4.7.0</c> below the heading Since.
    /// </summary>
    private bool ApplyProperty(ReadOnlySpan<char> text, TextRange line)
    {
        if (text.Length > LongestProperty || (_part != Part.Top && _headingWords.IndexOf(':') >= 0))
            return false;
        // A structure named Since has rows.
        if (_part == Part.Structure && _structure is not { Fields.Count: 0, Values.Count: 0 })
            return false;
        string property = _part != Part.Top ? _headingWords + ": " + CellText.Plain(text).TrimEnd('.') : NativeTitle.PropertyOf(text);
        if (property.Length == 0)
            return false;
        OwnFormatMarker marker = NativeWords.Marker(property.AsSpan(), out string value);
        if (marker == OwnFormatMarker.None)
            marker = NativePhrase.Marker(property.AsSpan(), out value);
        if (marker == OwnFormatMarker.None && (_deprecation is not null || Lifetime.Of(property).IsCurrent))
            return false;
        reading.Ledger.Claim(line, LineKind.Element);
        if (_part == Part.Top)
            _text.RemoveTableHead();
        if (_part == Part.Structure)
        {
            _api!.Structures.Remove(_structure!);
            (_structure, _isListed, _part) = (null, false, Part.Other);
        }

        if (marker != OwnFormatMarker.None)
            Apply(marker, value, line);
        else if (_part == Part.Top)
            _text.AddSentence(property + ".");
        else
            _api!.Description = _api.Description is { } description ? description + "\n" + property + "." : property + ".";
        return true;
    }

    /// <summary>Removes the hashes that close a heading, its attributes, and images behind its words: <c>Parameters ##</c>, <c>Parameters {#parameters}</c>.</summary>
    private static ReadOnlySpan<char> WithoutEnd(ReadOnlySpan<char> heading)
    {
        if (heading.Length > 3 && heading[heading.Length - 1] == '}' && heading.LastIndexOf("{#".AsSpan()) is var attribute and > 0)
            heading = CellText.Trim(heading.Slice(0, attribute));
        // The link of a heading to itself: Parameters[#](#parameters).
        if (heading.Length > 4 && heading[heading.Length - 1] == ')' && heading.LastIndexOf("](#".AsSpan()) is var link and > 0 && heading.Slice(0, link).LastIndexOf('[') is var text and > 0
            && heading.Slice(text + 1, link - text - 1).TrimStart("#¶§🔗 ".AsSpan()).IsEmpty)
            heading = CellText.Trim(heading.Slice(0, text));
        if (heading.IndexOf("![".AsSpan()) is var image and > 0 && heading[heading.Length - 1] == ')')
            heading = CellText.Trim(heading.Slice(0, image));
        ReadOnlySpan<char> open = heading.TrimEnd('#');
        return open.Length < heading.Length && open.Length > 0 && Characters.IsBlank(open[open.Length - 1]) ? CellText.Trim(open) : heading;
    }

    /// <summary>
    /// Determines whether a level 1 heading starts a section of the API instead of another API: a heading of the page format, such as Parameters, or
    /// other words, such as Details, between the name of the API and its request line.
    /// </summary>
    private bool IsSectionOfApi(string words)
    {
        if (_api is null || _isListed)
            return false;
        if (NativeWords.IsSection(words))
            return true;
        bool isBeforeRequest = _api.Urls.Count == 0 && _api.Name is { } name && HasSeveralWords(name) && _orphanParameters.IsEmpty;
        return isBeforeRequest && (PageTitle.Read(words.AsSpan()).Name is not { } other || (other == words && !HasSeveralWords(other)));
    }

    private static bool HasSeveralWords(string name) => name.LastIndexOfAny(s_capitals) > 0;

    private void Begin(PageTitle title, string words, string anchor, TextRange place)
    {
        _emptyStructures.Clear();
        for (int i = (IsApi ? _api!.Structures.Count : 0) - 1; i >= 0 && _api!.Structures[i] is { Fields.Count: 0, Values.Count: 0, Description: null, Extends: null } structure; i--)
            _emptyStructures.Add(structure);
        EndSection();
        _part = Part.Top;
        _api = new ApiDraft { Name = title.Name, Place = place };
        _structure = new StructureDraft { Name = words == Anonymous ? null : title.Name ?? words, Place = place };
        _ties.Heading(anchor, _structure);
    }

    /// <summary>Starts the API that a heading below level 1 names, if its request line follows: one page for several APIs.</summary>
    private void BeginBelowHeading()
    {
        if (_heading is not { } heading || _part is not (Part.Structure or Part.Other) || _structure is { Fields.Count: > 0 })
            return;
        if (_api is { Urls.Count: 0, Name: { } name } && HasSeveralWords(name) && !HasSeveralWords(heading.Title.Name!))
        {
            // A heading such as Details is a section of the API that the title names.
            EndPart();
            _part = Part.Top;
            return;
        }

        if (_structure is not null && IsApi)
            _api!.Structures.Remove(_structure);
        Begin(heading.Title, heading.Title.Name!, heading.Anchor, heading.Place);
        _heading = null;
    }
}
