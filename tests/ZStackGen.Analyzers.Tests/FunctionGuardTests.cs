using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;
using ZStackGen.Analyzers.Tests.Support;
using ZStackGen.Generator.Analysis;

namespace ZStackGen.Analyzers.Tests;

/// <summary>Lambdas and local functions that only return a check of the version are checks themselves, also in filters of LINQ.</summary>
public sealed class FunctionGuardTests
{
    private const string L = "disk.Label";
    private const string Bad = "{|ZSG3001:disk.Label|}";
    private const string Check = "client.ServerVersion >= ZStackVersion.V5_0";
    private const string Filtered = "disks.Where(d => " + Check + ")";

    public static IEnumerable<TheoryDataRow<string>> Cases { get; } =
    [
        Case("local function", $"bool IsNew() => {Check}; if (IsNew()) Use({L}); else Use({Bad});"),
        Case("local function with a block", $"bool IsOld() {{ return client.ServerVersion < ZStackVersion.V5_0; }} if (IsOld()) return; Use({L});"),
        Case("local function with a parameter", $"bool IsNew(ZStackVersion? version) => version is {{ }} v && v >= ZStackVersion.V5_0; if (IsNew(client.ServerVersion)) Use({L}); else Use({Bad});"),
        Case("local function that calls another local function", $"bool IsNew() => {Check}; bool IsUsed() => flag && IsNew(); if (IsUsed()) Use({L}); if (!IsUsed()) Use({Bad});"),
        Case("local function with a variable", $"var lowest = ZStackVersion.V5_0; bool IsNew() => client.ServerVersion >= lowest; if (IsNew()) Use({L}); lowest = ZStackVersion.V4_7; if (IsNew()) Use({Bad});"),
        Case("local function with a choice", $"bool IsNew() => flag ? {Check} : client.ServerVersion > ZStackVersion.V5_1; if (IsNew()) Use({L}); else Use({Bad}); bool IsOld() => client.ServerVersion is null ? true : client.ServerVersion < ZStackVersion.V5_0; if (IsOld()) return; Use({L}); Use({Filtered.Replace(Check, "d.Name == null ? false : " + Check, System.StringComparison.Ordinal)}.Select(d => d.Label));"),
        Case("local function with a choice that is no check", $"bool IsNew() => flag ? {Check} : Other(); if (IsNew()) Use({Bad}); bool IsSet() => {Check} ? flag : Other(); if (IsSet()) Use({Bad});"),
        Case("local function that does more", $"bool IsNew() {{ if (flag) return true; return {Check}; }} if (IsNew()) Use({Bad});"),
        Case("local functions that call each other", $"bool First() => Second(); bool Second() => First(); if (First()) Use({Bad});"),
        Case("local function with a task", $"async Task<bool> IsNewAsync() => await client.GetServerVersionAsync() >= ZStackVersion.V5_0; if (await IsNewAsync()) Use({L}); if (!await IsNewAsync().ConfigureAwait(false)) return; Use({L});"),
        Case("lambda", $"Func<bool> isNew = () => {Check}; if (isNew()) Use({L}); if (!isNew.Invoke()) return; Use({L});"),
        Case("anonymous method", $"Func<bool> isNew = delegate {{ return {Check}; }}; if (flag && isNew()) Use({L}); else Use({Bad});"),
        Case("lambda with a parameter", $"Predicate<ZStackVersion> isNew = v => v >= ZStackVersion.V5_0; if (isNew(client.ServerVersion!)) Use({L});"),
        Case("delegate of a local function", $"bool IsNew() => {Check}; Func<bool> isNew = IsNew; if (isNew()) Use({L}); else Use({Bad});"),
        Case("delegate of a guard", $"Func<bool> isNew = IsNew; if (isNew()) Use({L}); else Use({Bad}); Use(disks.Where(IsNewFor).Select(d => d.Label)); --- [ZStackVersionGuard(\"5.0\")] static bool IsNew() => Other(); [ZStackVersionGuard(\"5.0\")] static bool IsNewFor(Disk disk) => Other();"),
        Case("guard that is overridden", $"if (new Derived().IsNew) Use({L}); else Use({Bad}); --- class Base {{ [ZStackVersionGuard(\"5.0\")] public virtual bool IsNew => true; }} class Derived : Base {{ public override bool IsNew => Other(); }}"),
        Case("delegate with another value", $"Func<bool> isNew = () => {Check}; if (flag) isNew = () => true; if (isNew()) Use({Bad});"),
        Case("lambda with a variable that changes", $"var lowest = ZStackVersion.V5_0; Func<bool> isNew = () => client.ServerVersion >= lowest; lowest = ZStackVersion.V4_7; if (isNew()) Use({Bad});"),
        Case("lazy value", $"var isNew = new Lazy<bool>(() => {Check}); if (isNew.Value) Use({L}); else Use({Bad}); if (!isNew.Value) return; Use({L});"),
        Case("lazy value that is no check", $"var isNew = new Lazy<bool>(() => flag || {Check}); if (isNew.Value) Use({Bad}); isNew = new Lazy<bool>(true); if (isNew.Value) Use({Bad});"),
        Case("lazy value and task with a guard", $"if (s_isNew.Value) Use({L}); else Use({Bad}); if (await IsNew) Use({L}); if (s_other.Value) Use({Bad}); --- [ZStackVersionGuard(\"5.0\")] static readonly Lazy<bool> s_isNew = new(Other); static readonly Lazy<bool> s_other = new(Other); [ZStackVersionGuard(\"5.0\")] static Task<bool> IsNew => Task.FromResult(true);"),
        Case("task in a variable", $"async Task<bool> IsNewAsync() => await client.GetServerVersionAsync() >= ZStackVersion.V5_0; var isNew = IsNewAsync(); if (await isNew) Use({L}); else Use({Bad}); if (isNew.Result) Use({L}); isNew = Task.FromResult({Check}); if (await isNew.ConfigureAwait(false)) Use({L}); isNew = Task.FromResult(flag); if (await isNew) Use({Bad});"),

        Case("Where", $"Use({Filtered}.Select(d => d.Label)); Use(disks.Select(d => {{|ZSG3001:d.Label|}}));"),
        Case("Where with several conditions", $"Use(disks.Where(d => d.Name != null && {Check}).OrderBy(d => d.Label).Select(d => d.Label).First());"),
        Case("Where that is no check", $"Use(disks.Where(d => d.Name != null || {Check}).Select(d => {{|ZSG3001:d.Label|}})); Use(disks.Where(d => client.ServerVersion < ZStackVersion.V5_0).Select(d => {{|ZSG3001:d.Label|}}));"),
        Case("Where of a part", $"Use({Filtered}.Concat(disks).Select(d => {{|ZSG3001:d.Label|}})); Use(disks.Concat({Filtered}).Select(d => {{|ZSG3001:d.Label|}}));"),
        Case("where", $"Use(from d in disks where {Check} select d.Label); Use(from d in disks where client.ServerVersion < ZStackVersion.V5_0 select {{|ZSG3001:d.Label|}});"),
        Case("where with other clauses", $"Use(from d in disks where d.Name != null where {Check} orderby d.Label let label = d.Label group d.Label by label);"),
        Case("foreach", $"foreach (var d in {Filtered}) Use(d.Label); foreach (var d in disks) Use({{|ZSG3001:d.Label|}});"),
        Case("foreach over a variable", $"var newer = {Filtered}.ToList(); foreach (var d in newer) Use(d.Label); Use(newer.Select(d => d.Label)); Use({Bad});"),
        Case("function of a list", $"{Filtered}.ToList().ForEach(d => Use(d.Label)); var newer = {Filtered}.ToList(); newer.ForEach(d => Use(d.Label)); Use(newer.ConvertAll(d => d.Label)); disks.ForEach(d => Use({{|ZSG3001:d.Label|}}));"),
        Case("join", $"Use(from d in disks where {Check} join e in disks on d.Label equals {{|ZSG3001:e.Label|}} select e.Label); Use({Filtered}.Zip(disks, (d, e) => d.Label + e.Label)); Use(disks.Zip({Filtered}, (d, e) => {{|ZSG3001:d.Label|}}));"),
        Case("behind a loop", $"foreach (var d in {Filtered}) {{ }} Use({Bad});"),
    ];

    [Fact]
    public Task Functions_that_call_the_next_function_twice_do_not_take_exponential_time()
    {
        string functions = string.Concat(Enumerable.Range(0, 60).Select(static i => $"bool F{i}() => F{i + 1}() && F{i + 1}(); "));
        return AnalyzerRun<TargetVersionAnalyzer>.MethodAsync(functions + $"bool F60() => {Check}; if (F58()) Use({L}); if (F0()) Use({Bad});");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public Task A_function_that_returns_a_check_is_a_check(string statements) => AnalyzerRun<TargetVersionAnalyzer>.MethodAsync(statements);

    private static TheoryDataRow<string> Case(string name, string statements) => new(statements) { TestDisplayName = name };
}
