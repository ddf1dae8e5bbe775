using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Tool.Comparing;

/// <summary>Compares two sets of pages: every API, parameter, field, structure and enumeration.</summary>
internal sealed class PageSetComparison
{
    private readonly PageSet _old;
    private readonly PageSet _new;
    private readonly SortedDictionary<string, SortedDictionary<string, List<Change>>> _categories = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<Change>> _types = new(StringComparer.Ordinal);
    private readonly List<string> _notes = [];
    private readonly HashSet<string> _withoutResponse = new(StringComparer.Ordinal);

    private readonly ExecutionComparison _execution;

    private PageSetComparison(PageSet before, PageSet after) => (_old, _new, _execution) = (before, after, new ExecutionComparison(before, after));

    /// <summary>Compares <paramref name="before"/> with <paramref name="after"/>.</summary>
    public static ChangeReport Compare(PageSet before, PageSet after)
    {
        var comparison = new PageSetComparison(before, after);
        foreach (PageSet set in (ReadOnlySpan<PageSet>)[before, after])
        {
            foreach (string page in set.Unreadable.Paths)
                comparison._notes.Add($"'{page}' has errors ('zstackgen check' shows them); parts that could not be read are not compared");
        }

        if (comparison._execution.Note is { } note)
            comparison._notes.Add(note);
        comparison.CompareActions();
        comparison.CompareStructures();
        comparison.CompareEnumerations();
        return new ChangeReport(
            [.. comparison._categories.Select(static category => new ChangedCategory(category.Key, Items(category.Value)))],
            Items(comparison._types),
            comparison._notes);
    }

    private static ChangedItem[] Items(SortedDictionary<string, List<Change>> changes) =>
        [.. changes.Where(static item => item.Value.Count > 0).Select(static item => new ChangedItem(item.Key, item.Value))];

    private void CompareActions()
    {
        Dictionary<string, CatalogAction> gone = _old.Actions.Where(pair => !_new.Actions.ContainsKey(pair.Key)).ToDictionary(StringComparer.Ordinal);
        foreach (CatalogAction now in _new.Catalog.Actions)
        {
            if (_old.Actions.TryGetValue(now.Name, out CatalogAction? before))
            {
                Compare(before, now, []);
            }
            else if (gone.Values.FirstOrDefault(old => IsSameRequest(old, now)) is { } renamed)
            {
                gone.Remove(renamed.Name);
                Compare(renamed, now, [Api("name", renamed.Name, now.Name, ChangeImpact.Breaking, "programs that name it do not compile; the request is the same")]);
            }
            else if (_old.Unreadable.MayDescribe(now.Name, _new.Unreadable))
            {
                _withoutResponse.Add(now.Name);
            }
            else
            {
                Keep(now.Category, now.Name, [new Change(ChangeKind.Added, "API", null, null, null, Request(now) + MemberComparison.LifeWords(now.Since, now.Description), ChangeImpact.Compatible, "nothing used it") { Version = StatedVersion.Parse(now.Since).Cloud }]);
            }
        }

        // The types of an API that could not be read are not compared either.
        foreach (CatalogAction old in gone.Values.Where(old => _new.Unreadable.MayDescribe(old.Name, _old.Unreadable)).ToArray())
        {
            gone.Remove(old.Name);
            _withoutResponse.Add(old.Name);
        }

        foreach (CatalogAction old in gone.Values)
            Keep(old.Category, old.Name, [new Change(ChangeKind.Removed, "API", null, null, Request(old) + MemberComparison.LifeWords(old.Since, old.Description), null, ChangeImpact.Breaking, "programs that call it do not compile") { Version = Lifetime.Of(old.Description).Removed }]);
    }

    // The body of a PUT contains the API's name, so only requests with other methods survive a rename.
    private static bool IsSameRequest(CatalogAction before, CatalogAction after) =>
        before.Method == after.Method && before.Method != "PUT" && before.IsQuery == after.IsQuery && Route(before.Path) == Route(after.Path) && before.Wrapper == after.Wrapper;

    private void Compare(CatalogAction before, CatalogAction after, List<Change> changes)
    {
        CompareRequest(before, after, changes);
        _execution.Compare(before, after, changes);
        // A rename of the API is reported separately.
        if (before.Name == after.Name && before.TypeName != after.TypeName)
            changes.Add(Api("C# name", before.TypeName, after.TypeName, ChangeImpact.Breaking, "programs that name it do not compile"));
        MemberComparison.CompareSince(changes, "API", null, before.Since, after.Since);
        MemberComparison.CompareEnd(changes, "API", null, before.Description, after.Description);
        MemberComparison.CompareDescription(changes, "API", null, before.Description, after.Description);
        new MemberComparison("parameter", isParameter: true, _new, changes).Compare(before.Parameters, after.Parameters, before.Wrapper, after.Wrapper);
        if (_old.DocumentsResponse(before.Name) && _new.DocumentsResponse(after.Name))
        {
            new MemberComparison("response field", isParameter: false, _new, changes).Compare(before.Result, after.Result, null, null);
        }
        else if (before.Result.Count > 0 || after.Result.Count > 0)
        {
            _withoutResponse.Add(before.Name);
            _withoutResponse.Add(after.Name);
            _notes.Add($"the response of {after.Name} is not compared: '{(_old.DocumentsResponse(before.Name) ? _new : _old).Path}' does not document it");
        }

        MemberComparison.CompareValueNames(changes, before.Enumerations, after.Enumerations);
        IgnoreUnread(before.Name, after.Name, changes);
        Keep(after.Category, after.Name, changes);
    }

    private static void CompareRequest(CatalogAction before, CatalogAction after, List<Change> changes)
    {
        HashSet<string> oldRoutes = Routes(before), newRoutes = Routes(after);
        if (before.Method != after.Method)
        {
            changes.Add(Api("method", before.Method, after.Method, ChangeImpact.Breaking, "requests with the old method fail"));
        }

        // The names of variables do not change a route. The parameters report them.
        if (Route(before.Path) != Route(after.Path))
        {
            bool goesOn = newRoutes.Contains(Route(before.Path));
            changes.Add(Api("path", before.Path, after.Path, goesOn ? ChangeImpact.Compatible : ChangeImpact.Breaking,
                goesOn ? "the old path continues to work" : "requests to the old path fail"));
        }

        foreach (string path in before.AlternatePaths.Where(path => !newRoutes.Contains(Route(path))))
            changes.Add(Api("alternate path", path, null, ChangeImpact.Breaking, "requests to it fail"));
        foreach (string path in after.AlternatePaths.Where(path => !oldRoutes.Contains(Route(path))))
            changes.Add(Api("alternate path", null, path, ChangeImpact.Compatible, "the old paths continue to work"));
        // If the API has a new name, the wrapper of a PUT follows from it and is not reported again.
        if (before.Wrapper != after.Wrapper)
            changes.Add(Api("wrapper", Wrapper(before), Wrapper(after), ChangeImpact.Breaking, "the server ignores arguments under the old key"));
        if (before.RequiresSession != after.RequiresSession)
        {
            changes.Add(Api("session", Session(before), Session(after), after.RequiresSession ? ChangeImpact.Breaking : ChangeImpact.Compatible,
                after.RequiresSession ? "calls without a session fail" : "a session is still accepted"));
        }

        if (before.IsQuery != after.IsQuery)
            changes.Add(Api("query API", before.IsQuery ? "yes" : "no", after.IsQuery ? "yes" : "no", ChangeImpact.Breaking, "the class has a different base class and different arguments"));
    }

    private void CompareStructures()
    {
        Dictionary<string, HashSet<string>> oldUses = _old.Uses(), newUses = _new.Uses();
        foreach (CatalogStructure old in _old.Catalog.Structures)
        {
            if (!_new.Structures.TryGetValue(old.TypeName, out CatalogStructure? now))
            {
                if (!IsOfUncomparedResponse(oldUses, old.TypeName) && !_new.Unreadable.MayDescribe(old.TypeName, _old.Unreadable))
                    KeepType(old.TypeName, [new Change(ChangeKind.Removed, "structure", null, null, null, null, ChangeImpact.Breaking, "programs that name it do not compile") { Version = Lifetime.Of(old.Description).Removed }]);
                continue;
            }

            if (IsOfUncomparedResponse(oldUses, old.TypeName) || IsOfUncomparedResponse(newUses, old.TypeName))
                continue;
            if (IsDescribed(old) != IsDescribed(now))
            {
                _notes.Add($"{old.TypeName} is not compared: '{(IsDescribed(old) ? _new : _old).Path}' refers to it but does not describe it");
                continue;
            }

            var changes = new List<Change>();
            CompareBase(old, now, changes);
            CompareQuery(old, now, changes);
            MemberComparison.CompareSince(changes, "structure", null, old.Since, now.Since);
            MemberComparison.CompareEnd(changes, "structure", null, old.Description, now.Description);
            MemberComparison.CompareDescription(changes, "structure", null, old.Description, now.Description);
            new MemberComparison("field", isParameter: false, _new, changes).Compare(_old.AllMembers(old), _new.AllMembers(now), null, null);
            MemberComparison.CompareValueNames(changes, old.Enumerations, now.Enumerations);
            IgnoreUnread(old.TypeName, now.TypeName, changes);
            KeepType(old.TypeName, changes);
        }

        foreach (CatalogStructure now in _new.Catalog.Structures)
        {
            if (!_old.Structures.ContainsKey(now.TypeName) && !IsOfUncomparedResponse(newUses, now.TypeName) && !_old.Unreadable.MayDescribe(now.TypeName, _new.Unreadable))
                KeepType(now.TypeName, [new Change(ChangeKind.Added, "structure", null, null, null, $"{now.Members.Count} fields{MemberComparison.LifeWords(now.Since, now.Description)}", ChangeImpact.Compatible, "nothing used it") { Version = StatedVersion.Parse(now.Since).Cloud }]);
        }
    }

    // An additional class between a class and its base is compatible.
    private void CompareBase(CatalogStructure old, CatalogStructure now, List<Change> changes)
    {
        if (old.Extends == now.Extends)
            return;
        string? lost = _old.Bases(old.TypeName).FirstOrDefault(name => !_new.IsBase(name, now.TypeName));
        changes.Add(new Change(ChangeKind.Changed, "structure", null, "extends", old.Extends, now.Extends, lost is null ? ChangeImpact.Compatible : ChangeImpact.Breaking,
            lost is null ? "it is still convertible to all old base classes" : $"it is no longer convertible to {lost}"));
    }

    // The static members that programs use for queries.
    private static void CompareQuery(CatalogStructure old, CatalogStructure now, List<Change> changes)
    {
        int before = Level(old), after = Level(now);
        if (before == after)
            return;
        changes.Add(new Change(ChangeKind.Changed, "structure", null, "query", Words(before), Words(after), after < before ? ChangeImpact.Breaking : ChangeImpact.Compatible,
            after < before ? "programs that query it do not compile" : "nothing used it"));

        static int Level(CatalogStructure structure) => structure.Query is not null ? 2 : structure.HasQueryFields ? 1 : 0;
        static string? Words(int level) => level switch { 2 => "own query", 1 => "part of a query", _ => null };
    }

    private void CompareEnumerations()
    {
        Dictionary<string, HashSet<string>> oldUses = _old.Uses(), newUses = _new.Uses();
        Dictionary<string, CatalogEnumeration> added = _new.Catalog.Enumerations.ToDictionary(static e => e.TypeName, StringComparer.Ordinal);
        foreach (CatalogEnumeration old in _old.Catalog.Enumerations)
        {
            if (!added.Remove(old.TypeName, out CatalogEnumeration? now))
            {
                if (!IsOfUncomparedResponse(oldUses, old.TypeName) && !_new.Unreadable.MayDescribe(old.TypeName, _old.Unreadable))
                    KeepType(old.TypeName, [new Change(ChangeKind.Removed, "enumeration", null, null, null, null, ChangeImpact.Breaking, "programs that name it do not compile")]);
                continue;
            }

            string[] before = [.. old.Values.Select(static value => value.Value)], after = [.. now.Values.Select(static value => value.Value)];
            var changes = new List<Change>();
            MemberComparison.CompareDescription(changes, "enumeration", null, old.Description, now.Description);
            foreach (string value in before.Except(after, StringComparer.Ordinal))
                changes.Add(new Change(ChangeKind.Removed, "value", value, null, null, null, ChangeImpact.Breaking, "programs that name it do not compile"));
            foreach (string value in after.Except(before, StringComparer.Ordinal))
                changes.Add(new Change(ChangeKind.Added, "value", value, null, null, null, ChangeImpact.Compatible, "programs keep values that they do not know"));
            MemberComparison.CompareValueNames(changes, old, now);
            IgnoreUnread(old.TypeName, now.TypeName, changes);
            KeepType(old.TypeName, changes);
        }

        foreach (CatalogEnumeration now in added.Values.Where(now => !IsOfUncomparedResponse(newUses, now.TypeName) && !_old.Unreadable.MayDescribe(now.TypeName, _new.Unreadable)))
            KeepType(now.TypeName, [new Change(ChangeKind.Added, "enumeration", null, null, null, $"{now.Values.Count} values", ChangeImpact.Compatible, "nothing used it")]);
    }

    // A page with errors may contain more members than were read.
    private void IgnoreUnread(string before, string after, List<Change> changes)
    {
        if (_new.Unreadable.Describe(after))
            changes.RemoveAll(static change => change.Kind == ChangeKind.Removed);
        if (_old.Unreadable.Describe(before))
            changes.RemoveAll(static change => change.Kind == ChangeKind.Added);
    }

    // If one side documents no response, its types are missing there or inferred.
    private bool IsOfUncomparedResponse(Dictionary<string, HashSet<string>> uses, string type) =>
        uses.TryGetValue(type, out HashSet<string>? apis) && apis.IsSubsetOf(_withoutResponse);

    // A structure that pages only refer to has the known fields of ZStack, without documentation.
    private static bool IsDescribed(CatalogStructure structure) =>
        structure.Members.Count == 0 || structure.Members.Any(static member => member.Description is not null || member.Since is not null);

    private void Keep(string category, string api, List<Change> changes)
    {
        if (changes.Count == 0)
            return;
        if (!_categories.TryGetValue(category, out SortedDictionary<string, List<Change>>? apis))
            _categories[category] = apis = new SortedDictionary<string, List<Change>>(StringComparer.Ordinal);
        apis[api] = changes;
    }

    private void KeepType(string type, List<Change> changes)
    {
        if (changes.Count > 0)
            _types[type] = changes;
    }

    private static Change Api(string aspect, string? before, string? after, ChangeImpact impact, string reason) =>
        new(ChangeKind.Changed, "API", null, aspect, before, after, impact, reason);

    private static string Request(CatalogAction action) => $"{action.Method} {action.Path}";

    private static string Wrapper(CatalogAction action) => action.Wrapper is null ? "(none)" : $"'{action.Wrapper}'";

    private static string Session(CatalogAction action) => action.RequiresSession ? "required" : "not required";

    private static HashSet<string> Routes(CatalogAction action) =>
        new(action.AlternatePaths.Select(Route).Append(Route(action.Path)), StringComparer.Ordinal);

    // The path with all variables made equal, as the server compares routes (PROTOCOL.md §1).
    private static string Route(string path)
    {
        var route = new StringBuilder(path.Length);
        bool inVariable = false;
        foreach (char c in path)
        {
            if (c == '}')
                inVariable = false;
            if (!inVariable)
                route.Append(c);
            if (c == '{')
                inVariable = true;
        }

        return route.ToString();
    }
}
