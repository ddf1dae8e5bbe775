using System;
using System.Collections.Generic;
using System.Linq;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Tool.Comparing;

/// <summary>Compares parameters, response fields and the fields of structures.</summary>
/// <param name="element">The name of the element kind in the output.</param>
/// <param name="isParameter">Whether a program sets the members, instead of reading them.</param>
/// <param name="now">The new pages.</param>
/// <param name="changes">The list to add differences to.</param>
internal sealed class MemberComparison(string element, bool isParameter, PageSet now, List<Change> changes)
{
    private const string DoesNotCompile = "programs that name it do not compile";

    /// <summary>Compares two lists by member name.</summary>
    public void Compare(IEnumerable<CatalogMember> before, IEnumerable<CatalogMember> after, string? oldWrapper, string? newWrapper)
    {
        var added = new Dictionary<string, CatalogMember>(StringComparer.Ordinal);
        foreach (CatalogMember member in after)
            added.TryAdd(member.Name, member);
        foreach (CatalogMember old in before)
        {
            if (added.Remove(old.Name, out CatalogMember? same))
                Compare(old, same, oldWrapper, newWrapper);
            else
                changes.Add(new Change(ChangeKind.Removed, element, old.Name, null, Describe(old, oldWrapper), null, ChangeImpact.Breaking, DoesNotCompile) { Version = Lifetime.Of(old.Description).Removed });
        }

        foreach (CatalogMember member in added.Values)
        {
            (ChangeImpact impact, string reason) = (isParameter, member.IsRequired) switch
            {
                (true, true) => (ChangeImpact.Breaking, "calls without it fail"),
                (true, false) => (ChangeImpact.Compatible, "calls may leave it out"),
                _ => (ChangeImpact.Compatible, "older programs ignore it"),
            };
            changes.Add(new Change(ChangeKind.Added, element, member.Name, null, null, Describe(member, newWrapper), impact, reason) { Version = StatedVersion.Parse(member.Since).Cloud });
        }
    }

    /// <summary>Adds the difference of two versions. A version that one side omits says nothing about the server.</summary>
    public static void CompareSince(List<Change> changes, string element, string? member, string? before, string? after)
    {
        StatedVersion old = StatedVersion.Parse(before), now = StatedVersion.Parse(after);
        if (old == now || (old.Provenance == now.Provenance && old.Cloud is { } oldVersion && now.Cloud is { } newVersion && VersionNumber.Compare(oldVersion, newVersion) == 0))
            return;
        (ChangeImpact impact, string reason) = old.Version is null || now.Version is null
            ? (ChangeImpact.Documentation, "one side does not state it")
            : (ChangeImpact.Compatible, "the server is unchanged; the target version analyzer may report more or less");
        changes.Add(new Change(ChangeKind.Changed, element, member, "since", old.Version is null ? null : before, now.Version is null ? null : after, impact, reason) { Version = now.Cloud });
    }

    /// <summary>Adds the difference of two descriptions.</summary>
    public static void CompareDescription(List<Change> changes, string element, string? member, string? before, string? after)
    {
        if (before != after)
            changes.Add(new Change(ChangeKind.Changed, element, member, "description", before, after, ChangeImpact.Documentation, "only people read it"));
    }

    /// <summary>Adds the values of an enumeration whose C# names differ, since a new value may take the name of an old one.</summary>
    /// <param name="changes">The list to add differences to.</param>
    /// <param name="before">The old enumeration.</param>
    /// <param name="after">The new enumeration of the same name.</param>
    /// <param name="prefix">The text before the value.</param>
    public static void CompareValueNames(List<Change> changes, CatalogEnumeration before, CatalogEnumeration after, string prefix = "")
    {
        Dictionary<string, string> names = after.Values.ToDictionary(static value => value.Value, static value => value.Identifier, StringComparer.Ordinal);
        foreach (CatalogEnumerationValue value in before.Values)
        {
            if (names.TryGetValue(value.Value, out string? name) && name != value.Identifier)
                changes.Add(new Change(ChangeKind.Changed, "value", prefix + value.Value, "C# name", value.Identifier, name, ChangeImpact.Breaking, DoesNotCompile));
        }
    }

    /// <summary>Does the same as <see cref="CompareValueNames(List{Change}, CatalogEnumeration, CatalogEnumeration, string)"/> for all enumerations nested in a class.</summary>
    public static void CompareValueNames(List<Change> changes, IEnumerable<CatalogEnumeration> before, IEnumerable<CatalogEnumeration> after)
    {
        Dictionary<string, CatalogEnumeration> added = after.ToDictionary(static enumeration => enumeration.TypeName, StringComparer.Ordinal);
        foreach (CatalogEnumeration old in before)
        {
            // A removed enumeration shows as a change of its member's type.
            if (added.TryGetValue(old.TypeName, out CatalogEnumeration? same))
                CompareValueNames(changes, old, same, old.TypeName + " ");
        }
    }

    private void Compare(CatalogMember before, CatalogMember after, string? oldWrapper, string? newWrapper)
    {
        if (before.Identifier != after.Identifier)
            Add(before.Name, "C# name", before.Identifier, after.Identifier, ChangeImpact.Breaking, DoesNotCompile);
        if (before.Type != after.Type)
        {
            (ChangeImpact impact, string reason) = TypeChange.Judge(before.Type, after.Type, isParameter, now);
            Add(before.Name, "type", TypeNames.Of(before.Type), TypeNames.Of(after.Type), impact, reason);
        }

        if (isParameter)
        {
            // A new wrapper moves all members at once and is reported once, for the API.
            string oldPlace = Place(before, oldWrapper), newPlace = Place(after, newWrapper);
            if (oldPlace != newPlace && !(before.InWrapper && after.InWrapper && before.Location == after.Location))
                Add(before.Name, "location", oldPlace, newPlace, ChangeImpact.Breaking, "the server ignores it at the old location");
            if (before.IsRequired != after.IsRequired)
            {
                Add(before.Name, "required", Required(before), Required(after), after.IsRequired ? ChangeImpact.Breaking : ChangeImpact.Compatible,
                    after.IsRequired ? "calls without it fail" : "calls with it continue to work");
            }
        }

        CompareValues(before, after);
        if (before.Limits != after.Limits)
        {
            bool widened = Holds(after.Range, before.Range) && Holds(after.Length, before.Length) && (before.IsNotEmpty || !after.IsNotEmpty);
            Add(before.Name, "limits", before.Limits, after.Limits, widened ? ChangeImpact.Compatible : ChangeImpact.Breaking,
                widened ? "every old value fits" : "the server may now reject values that were valid");
        }
        CompareSince(changes, element, before.Name, before.Since, after.Since);
        CompareEnd(changes, element, before.Name, before.Description, after.Description);
        CompareDescription(changes, element, before.Name, before.Description, after.Description);
    }

    private void CompareValues(CatalogMember before, CatalogMember after)
    {
        string[] gone = [.. before.Values.Except(after.Values, StringComparer.Ordinal)];
        string[] come = [.. after.Values.Except(before.Values, StringComparer.Ordinal)];
        if (gone.Length == 0 && come.Length == 0)
            return;
        (ChangeImpact impact, string reason) = isParameter ? JudgeArguments(before, after, gone, come) : JudgeAnswers(before, after, gone, come);
        Add(before.Name, "values", Listed(before.Values), Listed(after.Values), impact, reason);
    }

    // Reports rejected values. A change of the type is reported separately.
    private static (ChangeImpact Impact, string Reason) JudgeArguments(CatalogMember before, CatalogMember after, string[] gone, string[] come) => (before.Values.Count, after.Values.Count) switch
    {
        (0, _) => (ChangeImpact.Breaking, "the server now rejects other values"),
        (_, 0) => (ChangeImpact.Compatible, "the server now accepts every value"),
        _ when gone.Length > 0 => (ChangeImpact.Breaking, $"{Listed(gone)} {(gone.Length == 1 ? "is" : "are")} now rejected"),
        _ => (ChangeImpact.Compatible, $"{Listed(come)} {(come.Length == 1 ? "is" : "are")} new"),
    };

    // Response values are read even if the page does not list them. Only the names of enumeration values are lost.
    private static (ChangeImpact Impact, string Reason) JudgeAnswers(CatalogMember before, CatalogMember after, string[] gone, string[] come)
    {
        bool wasEnumeration = IsEnumeration(before), isEnumeration = IsEnumeration(after);
        if (wasEnumeration != isEnumeration)
            return (ChangeImpact.Compatible, "the change of its type states the effect");
        if (!isEnumeration)
            return (ChangeImpact.Compatible, "its type has no names for them");
        return gone.Length > 0 ? (ChangeImpact.Breaking, $"programs that name {Listed(gone)} do not compile") : (ChangeImpact.Compatible, $"{Listed(come)} {(come.Length == 1 ? "is" : "are")} new");
    }

    private static bool IsEnumeration(CatalogMember member) => (member.Type.Element ?? member.Type).Kind == ValueKind.OpenEnum;

    // Whether the inner bounds are within the outer bounds.
    private static bool Holds(ValueBounds? outer, ValueBounds? inner) =>
        outer is not { } wide || (inner is { } narrow && wide.Minimum <= narrow.Minimum && wide.Maximum >= narrow.Maximum);

    private void Add(string member, string aspect, string? before, string? after, ChangeImpact impact, string reason) =>
        changes.Add(new Change(ChangeKind.Changed, element, member, aspect, before, after, impact, reason));

    private string Describe(CatalogMember member, string? wrapper)
    {
        string text = TypeNames.Of(member.Type);
        if (isParameter)
            text += $", {Place(member, wrapper)}, {Required(member)}";
        return text + LifeWords(member.Since, member.Description);
    }

    /// <summary>Returns the versions that added, deprecated or removed an element, as text to append; empty if no version is known.</summary>
    public static string LifeWords(string? since, string? description)
    {
        Lifetime lifetime = Lifetime.Of(description);
        string words = StatedVersion.Describe(since) is { } sentence ? $", {char.ToLowerInvariant(sentence[0])}{sentence[1..^1]}" : "";
        if (lifetime.DeprecatedSince is { } deprecated)
            words += $", deprecated since {deprecated}";
        return lifetime.Removed is { } removed ? $"{words}, removed in {removed}" : words;
    }

    /// <summary>Compares the deprecation and removal of an element on the old and new pages, and adds the differences.</summary>
    public static void CompareEnd(List<Change> changes, string element, string? member, string? before, string? after)
    {
        Lifetime old = Lifetime.Of(before), now = Lifetime.Of(after);
        if (old.Removed != now.Removed)
            changes.Add(new Change(ChangeKind.Changed, element, member, "removed in", old.Removed, now.Removed, ChangeImpact.Compatible, "programs that name it compile with a warning") { Version = now.Removed });
        if (old.IsDeprecated != now.IsDeprecated || old.DeprecatedSince != now.DeprecatedSince)
            changes.Add(new Change(ChangeKind.Changed, element, member, "deprecated", Deprecation(old), Deprecation(now), ChangeImpact.Compatible, now.IsDeprecated ? "programs that name it compile with a warning" : "programs that name it compile without a warning") { Version = now.DeprecatedSince });
    }

    private static string? Deprecation(Lifetime lifetime) => !lifetime.IsDeprecated ? null
        : (lifetime.DeprecatedSince is { } version ? $"since {version}" : "yes") + (lifetime.Replacement is { } replacement ? $", use {replacement}" : "");

    private static string Required(CatalogMember member) => member.IsRequired ? "required" : "optional";

    private static string Place(CatalogMember member, string? wrapper) => member.Location switch
    {
        ParameterLocation.Path => "path",
        ParameterLocation.Query => "query",
        _ => member.InWrapper ? $"body: {wrapper}" : "body",
    };

    private static string? Listed(IEnumerable<string> values) => string.Join(", ", values) is { Length: > 0 } text ? text : null;
}
