using System;
using System.Collections.Generic;
using System.Linq;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Tool.Comparing;

/// <summary>Compares parameters, response fields and the fields of structures.</summary>
/// <param name="element">What they are called.</param>
/// <param name="isParameter">Whether a program gives them, instead of reading them.</param>
/// <param name="changes">Takes the differences.</param>
internal sealed class MemberComparison(string element, bool isParameter, List<Change> changes)
{
    private const string DoesNotCompile = "programs that name it do not compile";

    /// <summary>Compares two lists by the members' names on the wire.</summary>
    public void Compare(IEnumerable<CatalogMember> before, IEnumerable<CatalogMember> after, string? oldWrapper, string? newWrapper)
    {
        var added = new Dictionary<string, CatalogMember>(StringComparer.Ordinal);
        foreach (CatalogMember member in after)
            added.TryAdd(member.Name, member);
        foreach (CatalogMember old in before)
        {
            if (added.Remove(old.Name, out CatalogMember? now))
                Compare(old, now, oldWrapper, newWrapper);
            else
                changes.Add(new Change(ChangeKind.Removed, element, old.Name, null, Describe(old, oldWrapper), null, ChangeImpact.Breaking, DoesNotCompile));
        }

        foreach (CatalogMember now in added.Values)
        {
            (ChangeImpact impact, string reason) = (isParameter, now.IsRequired) switch
            {
                (true, true) => (ChangeImpact.Breaking, "calls without it fail"),
                (true, false) => (ChangeImpact.Compatible, "calls may leave it out"),
                _ => (ChangeImpact.Compatible, "programs that do not know it keep it unread"),
            };
            changes.Add(new Change(ChangeKind.Added, element, now.Name, null, null, Describe(now, newWrapper), impact, reason));
        }
    }

    /// <summary>Adds the difference of two stated versions; one that is not stated on a side tells nothing about the server.</summary>
    public static void CompareSince(List<Change> changes, string element, string? member, string? before, string? after)
    {
        if (before == after || (SinceVersion.IsValid(before) && SinceVersion.IsValid(after) && SinceVersion.Compare(before!, after!) == 0))
            return;
        if (before is null || after is null)
        {
            changes.Add(new Change(ChangeKind.Changed, element, member, "since", before, after, ChangeImpact.Documentation, "one side does not state it"));
            return;
        }

        changes.Add(new Change(ChangeKind.Changed, element, member, "since", before, after, ChangeImpact.Compatible, "the server is the same; a target version may now warn or no longer warn"));
    }

    /// <summary>Adds the difference of two descriptions.</summary>
    public static void CompareDescription(List<Change> changes, string element, string? member, string? before, string? after)
    {
        if (before != after)
            changes.Add(new Change(ChangeKind.Changed, element, member, "description", before, after, ChangeImpact.Documentation, "only people read it"));
    }

    private void Compare(CatalogMember before, CatalogMember after, string? oldWrapper, string? newWrapper)
    {
        string oldType = TypeNames.Of(before.Type, before.Values.Count > 0), newType = TypeNames.Of(after.Type, after.Values.Count > 0);
        if (oldType != newType)
        {
            bool widened = isParameter && TypeNames.IsWidening(before.Type, after.Type);
            Add(before.Name, "type", oldType, newType, widened ? ChangeImpact.Compatible : ChangeImpact.Breaking,
                widened ? "every old value fits" : isParameter ? "values of the old type may not compile or not be understood" : "programs that read it as the old type may not compile");
        }

        if (isParameter)
        {
            // Another wrapper moves all of them at once and is told once, of the API.
            string oldPlace = Place(before, oldWrapper), newPlace = Place(after, newWrapper);
            if (oldPlace != newPlace && !(before.InWrapper && after.InWrapper && before.Location == after.Location))
                Add(before.Name, "location", oldPlace, newPlace, ChangeImpact.Breaking, "sent to the old place it does not arrive");
            if (before.IsRequired != after.IsRequired)
            {
                Add(before.Name, "required", Required(before), Required(after), after.IsRequired ? ChangeImpact.Breaking : ChangeImpact.Compatible,
                    after.IsRequired ? "calls without it fail" : "calls with it go on to work");
            }
        }

        CompareValues(before, after);
        if (before.Limits != after.Limits)
        {
            bool widened = Holds(after.Range, before.Range) && Holds(after.Length, before.Length) && (before.IsNotEmpty || !after.IsNotEmpty);
            Add(before.Name, "limits", before.Limits, after.Limits, widened ? ChangeImpact.Compatible : ChangeImpact.Breaking,
                widened ? "every old value fits" : "values that fitted may be refused now");
        }
        CompareSince(changes, element, before.Name, before.Since, after.Since);
        CompareDescription(changes, element, before.Name, before.Description, after.Description);
    }

    private void CompareValues(CatalogMember before, CatalogMember after)
    {
        string[] gone = [.. before.Values.Except(after.Values, StringComparer.Ordinal)];
        string[] come = [.. after.Values.Except(before.Values, StringComparer.Ordinal)];
        if (gone.Length == 0 && come.Length == 0)
            return;
        (ChangeImpact impact, string reason) = (before.Values.Count, after.Values.Count) switch
        {
            (0, _) => isParameter
                ? (ChangeImpact.Breaking, "other values are refused now")
                : (ChangeImpact.Breaking, "its type becomes an enumeration, so programs that read it as text may not compile"),
            (_, 0) => isParameter
                ? (ChangeImpact.Breaking, "every value is taken, but programs that name the old ones do not compile")
                : (ChangeImpact.Breaking, "its type becomes text, so programs that name the old values do not compile"),
            _ when gone.Length > 0 => (ChangeImpact.Breaking, isParameter ? $"{Listed(gone)} {(gone.Length == 1 ? "is" : "are")} refused now" : $"programs that name {Listed(gone)} do not compile"),
            _ => (ChangeImpact.Compatible, $"{Listed(come)} {(come.Length == 1 ? "is" : "are")} new"),
        };
        Add(before.Name, "values", Listed(before.Values), Listed(after.Values), impact, reason);
    }

    // Whether whatever lies within the inner bounds lies within the outer ones.
    private static bool Holds(ValueBounds? outer, ValueBounds? inner) =>
        outer is not { } wide || (inner is { } narrow && wide.Minimum <= narrow.Minimum && wide.Maximum >= narrow.Maximum);

    private void Add(string member, string aspect, string? before, string? after, ChangeImpact impact, string reason) =>
        changes.Add(new Change(ChangeKind.Changed, element, member, aspect, before, after, impact, reason));

    private string Describe(CatalogMember member, string? wrapper)
    {
        string text = TypeNames.Of(member.Type, member.Values.Count > 0);
        if (isParameter)
            text += $", {Place(member, wrapper)}, {Required(member)}";
        return member.Since is null ? text : $"{text}, since {member.Since}";
    }

    private static string Required(CatalogMember member) => member.IsRequired ? "required" : "optional";

    private static string Place(CatalogMember member, string? wrapper) => member.Location switch
    {
        ParameterLocation.Path => "path",
        ParameterLocation.Query => "query",
        _ => member.InWrapper ? $"body: {wrapper}" : "body",
    };

    private static string? Listed(IEnumerable<string> values) => string.Join(", ", values) is { Length: > 0 } text ? text : null;
}
