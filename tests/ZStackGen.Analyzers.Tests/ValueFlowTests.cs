using System.Collections.Generic;
using System.Threading.Tasks;
using Xunit;
using ZStackGen.Analyzers.Tests.Support;
using ZStackGen.Generator.Analysis;

namespace ZStackGen.Analyzers.Tests;

/// <summary>Values keep the result of a check: in variables, in tuples and behind a check for null. Values that other code can change imply nothing.</summary>
public sealed class ValueFlowTests
{
    private const string L = "disk.Label";
    private const string Bad = "{|ZSG3001:disk.Label|}";
    private const string Version = "client.ServerVersion";
    private const string IsNew = Version + " >= ZStackVersion.V5_0";
    private const string IsOld = " < ZStackVersion.V5_0";

    public static IEnumerable<TheoryDataRow<string>> Cases { get; } =
    [
        // variables that other code changes
        Case("local that a lambda sets", $"bool found = false; disks.ForEach(d => {{ found = true; }}); if (found) Use({Bad});"),
        Case("local that a local function sets", $"bool found = false; Find(); if (found) Use({Bad}); void Find() {{ found = true; }}"),
        Case("guard that a lambda sets", $"bool isNew = {IsNew}; Do(() => isNew = true); if (isNew) Use({Bad});"),
        Case("version that a lambda sets", $"ZStackVersion min = ZStackVersion.V5_0; Do(() => min = ZStackVersion.V4_7); if ({Version} >= min) Use({Bad});"),
        Case("early return by a local that an event sets", $"bool b = false; EventHandler h = (_, _) => b = true; h(null, EventArgs.Empty); if (!b) return; Use({Bad});"),
        Case("local of a lambda that only the lambda sets", $"Func<int, bool> f = x => {{ bool isNew = {IsNew}; isNew = isNew && x > 0; if (isNew) Use({L}); return isNew; }};"),
        Case("lambda that sets a local of its own", $"bool isNew = {IsNew}; Do(() => {{ bool inner = false; inner = flag; Use(inner); }}); if (isNew) Use({L});"),
        Case("local that a reference sets", $"--- static void M(IZStackClient client, Disk disk) {{ bool b = false; ref bool r = ref b; r = true; if (b) Use({Bad}); }}"),
        Case("local with a value of ?:", $"bool isNew = {IsNew}; isNew = flag ? true : Other(); if (isNew) Use({Bad});"),
        Case("local with a check in ?:", $"bool isNew = false; isNew = flag ? {IsNew} : false; if (isNew) Use({L});"),
        Case("??= of a nullable guard", $"bool? isNew = flag ? {IsNew} : null; isNew ??= Other(); if (isNew == true) Use({Bad});"),
        Case("a constant version that may be null", $"ZStackVersion? min = flag ? ZStackVersion.V5_0 : null; if ({Version} >= min) Use({Bad}); if (min is not null && {Version} >= min) Use({L});"),

        // versions that are constant on some branches
        Case("default of an unknown version", $"if (({Version} ?? ZStackVersion.V5_1) >= ZStackVersion.V5_0) Use({Bad}); var v = {Version} ?? ZStackVersion.V5_1; if (v{IsOld}) return; Use({Bad});"),
        Case("default that the check excludes", $"var v = {Version} ?? ZStackVersion.V4_7; if (v >= ZStackVersion.V5_0) Use({L}); if (({Version} ?? ZStackVersion.V5_0) > ZStackVersion.V5_0) Use({L}); if (v{IsOld}) return; Use({L});"),
        Case("default by an assignment", $"var v = {Version}; v ??= ZStackVersion.V5_1; if (v >= ZStackVersion.V5_0) Use({Bad}); v = {Version}; if (v is null) v = ZStackVersion.V5_1; if (ZStackVersion.V5_0 <= v) Use({Bad}); v = {Version}; if (v >= ZStackVersion.V5_0) Use({L});"),
        Case("default that throws", $"var v = {Version} ?? throw new Exception(); if (v >= ZStackVersion.V5_0) Use({L}); else Use({Bad});"),
        Case("constant of one branch", $"var v = flag ? {Version} : ZStackVersion.V5_1; if (v >= ZStackVersion.V5_0) Use({Bad}); v = flag ? ZStackVersion.V5_0 : ZStackVersion.V5_1; if (v >= ZStackVersion.V5_0) Use({Bad}); v = flag ? ZStackVersion.V5_1 : null; if (v >= ZStackVersion.V5_0) Use({Bad});"),
        Case("default before CompareTo and Equals", $"if (({Version} ?? ZStackVersion.V5_1).CompareTo(ZStackVersion.V5_0) >= 0) Use({Bad}); if (({Version} ?? ZStackVersion.V5_0).Equals(ZStackVersion.V5_0)) Use({Bad}); if (({Version} ?? ZStackVersion.V4_7).CompareTo(ZStackVersion.V5_0) >= 0) Use({L}); if (({Version} ?? ZStackVersion.V4_7).Equals(ZStackVersion.V5_0)) Use({L});"),
        Case("lowest constant of the branches", $"var min = flag ? ZStackVersion.V5_0 : ZStackVersion.V5_1; if ({Version} >= min) {{ Use({L}); Use({{|ZSG3001:disk.Parent|}}); }} if (flag) min = ZStackVersion.V4_7; if ({Version} < min) return; Use({Bad});"),
        Case("constant that a loop sets", $"var v = {Version}; foreach (var d in disks) {{ if (v >= ZStackVersion.V5_0) Use({Bad}); v = ZStackVersion.V5_1; }}"),

        // null before the comparison
        Case("case null that leaves", $"switch ({Version}) {{ case null: return; case {{ }} x when x{IsOld}: return; }} Use({L});"),
        Case("case null and default", $"switch ({Version}) {{ case null: Use({Bad}); break; case {{ }} x when x{IsOld}: Use({Bad}); break; default: Use({L}); break; }}"),
        Case("case of the type", $"switch ({Version}) {{ case null: return; case ZStackVersion x when x{IsOld}: return; default: Use({L}); break; }}"),
        Case("no case for null", $"switch ({Version}) {{ case {{ }} x when x{IsOld}: return; default: Use({Bad}); break; }}"),
        Case("switch expression with null", $"Use({Version} switch {{ null => null, {{ }} x when x{IsOld} => {Bad}, _ => {L} }});"),
        Case("case null behind another case", $"switch ({Version}) {{ case {{ }} x when x{IsOld}: Use({Bad}); break; case null: Use({Bad}); break; default: Use({L}); break; }}"),
        Case("switch that leaves before null", $"switch ({Version}) {{ case ZStackVersion x when x{IsOld}: return; case null: return; }} Use({L});"),
        Case("switch expression with null in the middle", $"Use({Version} switch {{ {{ }} x when x{IsOld} => {Bad}, null => {Bad}, _ => {L} }}); Use({Version} switch {{ {{ }} x when x{IsOld} => null, not null => {L}, _ => {Bad} }});"),
        Case("null in one branch", $"var ver = {Version}; if (ver == null) Use({Bad}); else if (ver{IsOld}) return; if (ver != null) Use({L}); else Use({Bad});"),
        Case("null that is replaced", $"var ver = {Version}; if (ver == null) ver = await client.GetServerVersionAsync(); else if (ver{IsOld}) return; if (ver != null) Use({Bad});"),
        Case("loop until a version is not null", $"ZStackVersion? ver = null; while (ver == null) {{ ver = {Version}; if (ver is {{ }} x && x{IsOld}) return; }} Use({L});"),
        Case("assignment in a check for null", $"ZStackVersion? ver; while ((ver = {Version}) != null && ver{IsOld}) await Task.Yield(); if (ver != null) Use({L}); else Use({Bad}); if ((ver = {Version}) is not {{ }} x || x{IsOld}) return; Use({L});"),
        Case("loop that sets null", $"string? s = null; foreach (var d in disks) {{ if (s is not null) Use({L}); s = {IsNew} ? \"x\" : null; }} foreach (var d in disks) {{ if (s is not null) Use({Bad}); s = d.Name; }}"),
        Case("value of another type", $"switch ((object?)disk.Name) {{ case string n when {Version}{IsOld}: return; case null: return; default: Use({Bad}); break; }}"),
        Case("local that is not null", $"var ver = {Version}; if (ver is null) return; if (ver is {{ }} x && x{IsOld}) return; Use({L});"),
        Case("local that is compared with null", $"var ver = {Version}; if (ver != null) {{ if (ver is {{ }} x && x{IsOld}) return; Use({L}); }} Use({Bad});"),
        Case("local that is null again", $"var ver = {Version}; if (ver is null) return; ver = flag ? null : ver; if (ver is {{ }} x && x{IsOld}) return; Use({Bad});"),

        // tuples
        Case("tuple of a guard in a switch expression", $"Use(({IsNew}, flag) switch {{ (true, true) => {L}, (true, _) => {L}, _ => {Bad} }});"),
        Case("tuple with the other outcome first", $"Use((flag, {IsNew}) switch {{ (_, false) => null, (true, _) => {L}, (false, _) => {L} }});"),
        Case("tuple of a version", $"Use(({Version}, flag) switch {{ (null, _) => null, ({{ }} x, _) when x{IsOld} => {Bad}, (_, true) => {L}, _ => {L} }});"),
        Case("tuple that matches only a part of null", $"Use(({Version}, flag) switch {{ (null, true) => null, ({{ }} x, _) when x{IsOld} => {Bad}, _ => {Bad} }});"),
        Case("tuple in a switch statement", $"switch (({Version}, flag)) {{ case (null, _): return; case ({{ }} x, _) when x{IsOld}: return; }} Use({L});"),
        Case("is with a tuple", $"if ((flag, {IsNew}) is (true, true)) Use({L}); else Use({Bad}); if (((flag, {IsNew}), 1) is ((_, true), 1)) Use({L});"),
        Case("is not with a tuple", $"if ((flag, {IsNew}) is not (_, true)) return; Use({L});"),
        Case("deconstruction", $"var (isNew, y) = ({IsNew}, 1); if (isNew) Use({L}); else Use({Bad});"),
        Case("swap", $"bool isNew = false, z = {IsNew}; (isNew, z) = (z, flag); if (isNew) Use({L}); if (z) Use({Bad});"),
        Case("element of a tuple", $"var t = (IsNew: {IsNew}, 1); if (t.IsNew) Use({L}); if (t.Item1) Use({L}); t.IsNew = flag; if (t.IsNew) Use({Bad});"),
        Case("tuple from two branches", $"var t = flag ? (A: {IsNew}, 1) : (A: {Version} > ZStackVersion.V5_1, 2); if (t.A) Use({L}); t = flag ? (A: {IsNew}, 1) : (A: flag, 2); if (t.A) Use({Bad});"),

        // values that are null without the version
        Case("value in an object initializer", $"Use(new CreateDiskAction {{ Name = \"a\", Label = {IsNew} ? \"x\" : null }});"),
        Case("value of another condition", $"Use(new CreateDiskAction {{ {{|ZSG3001:Label|}} = flag ? \"x\" : null }}); Use(new CreateDiskAction {{ {{|ZSG3001:Label|}} = {IsNew} ? null : \"x\" }});"),
        Case("value of an older version", $"Use(new CreateDiskAction {{ {{|ZSG3001:Label|}} = {Version} >= ZStackVersion.V4_7 ? \"x\" : null }});"),
        Case("value in both branches", $"Use(new CreateDiskAction {{ {{|ZSG3001:Label|}} = {IsNew} ? \"x\" : \"y\" }}); disk.Label = {IsNew} ? disk.Label : null; {Bad} = null;"),
        Case("value of a switch", $"disk.Label = {Version} switch {{ {{ }} v when v >= ZStackVersion.V5_0 => \"x\", _ => null }}; disk.Label = {Version} is {{ }} w && w >= ZStackVersion.V5_0 ? disk.Name : default;"),
        Case("value in a local", $"string? s = null; if ({IsNew}) s = disk.Name; disk.Label = s; s = null; if (flag) s = disk.Name; {Bad} = s;"),
        Case("value that is replaced where it is null", $"string? s = {IsNew} ? disk.Name : null; s ??= disk.Name; {Bad} = s;"),
        Case("value that a lambda sets", $"string? s = null; if ({IsNew}) s = disk.Name; Do(() => s = \"x\"); {Bad} = s;"),
        Case("object that is null", $"var s = {IsNew} ? disk : null; if (s != null) Use(s.Label); Use(s?.Label); if (s is not {{ }} d) return; Use(d.Label); Use({L});"),
        Case("number and Boolean value", $"var m = new Mine {{ Count = {IsNew} ? 5 : null, IsOn = {IsNew} ? true : null }}; m.IsOn = {IsNew} ? flag : null; {{|ZSG3001:m.IsOn|}} = flag ? {IsNew} : null; --- class Mine {{ [Since(\"5.0.0\")] public int? Count {{ get; set; }} [Since(\"5.0.0\")] public bool? IsOn {{ get; set; }} }}"),
        Case("number that has a value", $"int? n = {IsNew} ? 5 : null; if (n.HasValue) Use({L}); else Use({Bad}); if (n is {{ }}) Use({L}); if (!n.HasValue) return; Use({L});"),
        Case("object of another condition", $"var s = flag ? disk : null; if (s is not {{ }} d) return; Use({{|ZSG3001:d.Label|}});"),
        Case("value that a loop sets", $"string? s = null; foreach (var d in disks) {{ if (s != null) Use({Bad}); s = d.Name; }}"),
        Case("local that a try block sets", $"bool isNew = false; try {{ isNew = {IsNew}; }} catch (Exception) {{ Use({Bad}); }} if (isNew) Use({L});"),
        Case("local that a nested try block sets", $"bool isNew = false; try {{ try {{ isNew = {IsNew}; }} finally {{ Use(1); }} }} catch (Exception) {{ }} if (isNew) Use({L});"),
        Case("local that a catch block sets", $"bool isNew = false; try {{ isNew = {IsNew}; }} catch (Exception) {{ isNew = true; }} if (isNew) Use({Bad});"),
        Case("local that a try block sets twice", $"bool isNew = false; try {{ isNew = flag; isNew = {IsNew}; }} catch (Exception) {{ }} if (isNew) Use({Bad});"),
        Case("local that one expression sets twice", $"bool isNew = false; try {{ Use((isNew = flag) & (isNew = {IsNew})); }} catch (Exception) {{ if (isNew) Use({Bad}); }} if (isNew) Use({Bad});"),
        Case("local before a try block", $"bool isNew = {IsNew}; try {{ Use(1); }} catch (Exception) when (isNew) {{ Use({L}); }} if (isNew) Use({L});"),
        Case("local that a finally block sets", $"bool isNew = {IsNew}; try {{ Use(1); }} finally {{ isNew = Other(); }} if (isNew) Use({Bad});"),
        Case("local that a finally block sets by ?:", $"bool isNew = {IsNew}; try {{ Use(1); }} finally {{ isNew = flag ? true : Other(); }} if (isNew) Use({Bad});"),
        Case("local that a condition of a finally block sets", $"bool isNew = {IsNew}; while (flag) {{ try {{ if (Other()) break; }} finally {{ if (isNew = Other()) Use(1); }} }} if (isNew) Use({Bad});"),
        Case("local beside a finally block", $"bool isNew = false; lock (disk) {{ isNew = {IsNew}; }} if (isNew) Use({L}); try {{ Use(1); }} finally {{ Use(isNew); }} if (isNew) Use({L});"),
        Case("value that is set before an exception", $"string? s = null; try {{ s = disk.Name; Use(s); }} catch (Exception) {{ if (s != null) Use({Bad}); }}"),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Only_values_that_imply_the_version_end_the_report(string statements) => AnalyzerRun<TargetVersionAnalyzer>.MethodAsync(statements);

    private static TheoryDataRow<string> Case(string name, string statements) => new(statements) { TestDisplayName = name };
}
