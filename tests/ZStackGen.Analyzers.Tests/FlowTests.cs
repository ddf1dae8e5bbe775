using System.Collections.Generic;
using System.Threading.Tasks;
using Xunit;
using ZStackGen.Analyzers.Tests.Support;
using ZStackGen.Generator.Analysis;

namespace ZStackGen.Analyzers.Tests;

/// <summary>Where the code has checked the server's version, nothing is reported, and where it has not, everything is.</summary>
public sealed class FlowTests
{
    private const string L = "disk.Label";
    private const string Bad = "{|ZSG3001:disk.Label|}";
    private const string C = "client.ServerVersion >= ZStackVersion.V5_0";

    public static IEnumerable<TheoryDataRow<string>> Cases { get; } =
    [
        // if
        Case("if", $"if (client.ServerVersion >= ZStackVersion.V5_0) Use({L}); Use({Bad});"),
        Case("else", $"if (client.ServerVersion >= ZStackVersion.V5_0) Use(1); else Use({Bad});"),
        Case("inverted if", $"if (client.ServerVersion < ZStackVersion.V5_0) Use({Bad}); else Use({L});"),
        Case("negated", $"if (!(client.ServerVersion >= ZStackVersion.V5_0)) Use({Bad}); else Use({L});"),
        Case("greater than an older version is no proof", $"if (client.ServerVersion > ZStackVersion.V4_8_22) Use({Bad});"),
        Case("greater", $"if (client.ServerVersion > ZStackVersion.V5_0) Use({L});"),
        Case("not less or equal", $"if (client.ServerVersion <= ZStackVersion.V5_0) return; Use({L});"),
        Case("constant to the left", $"if (ZStackVersion.V5_0 <= client.ServerVersion) Use({L}); if (ZStackVersion.V5_0 > client.ServerVersion) Use({Bad}); else Use({L});"),
        Case("a version that is too low", $"if (client.ServerVersion >= ZStackVersion.V4_7_0) Use({Bad});"),
        Case("a later version", $"if (client.ServerVersion >= ZStackVersion.V5_2_1) Use({L});"),
        Case("nested checks", $"if (client.ServerVersion >= ZStackVersion.V4_7) {{ Use(disk.Load); Use({Bad}); if (client.ServerVersion >= ZStackVersion.V5_0) Use({L}); }}"),
        Case("a chain of else if", $"if (client.ServerVersion >= ZStackVersion.V5_1) Use(disk.Parent); else if (client.ServerVersion >= ZStackVersion.V5_0) {{ Use({L}); Use({{|ZSG3001:disk.Parent|}}); }} else Use({Bad});"),
        Case("another version of the same object", $"var version = await client.GetServerVersionAsync(); if (version >= ZStackVersion.V5_0) Use({L});"),
        Case("parsed constant", $"if (client.ServerVersion >= ZStackVersion.Parse(\"5.0.0\")) Use({L}); if (client.ServerVersion >= ZStackVersion.Parse(\"4.9\")) Use({Bad});"),
        Case("parsed text that is no version", $"if (client.ServerVersion >= ZStackVersion.Parse(\"new\")) Use({Bad});"),
        Case("parsed version of another product", $"if (client.ServerVersion >= ZStackVersion.Parse(\"zsv 5.0.0\")) Use({Bad});"),
        Case("a version that is not constant", $"if (client.ServerVersion >= ZStackVersion.Parse(disk.Name!)) Use({Bad});"),
        Case("null version", $"if (client.ServerVersion >= null) Use({Bad}); if (client.ServerVersion != null) Use({Bad}); if (null <= client.ServerVersion) Use({Bad});"),

        // leaving early
        Case("early return", $"if (client.ServerVersion < ZStackVersion.V5_0) return; Use({L});"),
        Case("early throw", $"if (client.ServerVersion < ZStackVersion.V5_0) throw new NotSupportedException(); Use({L});"),
        Case("early return, negated", $"if (!(client.ServerVersion >= ZStackVersion.V5_0)) return; Use({L});"),
        Case("early return in one branch only", $"if (client.ServerVersion < ZStackVersion.V5_0) {{ if (flag) return; }} Use({Bad});"),
        Case("early return in both branches", $"if (client.ServerVersion < ZStackVersion.V5_0) {{ if (flag) return; else throw new Exception(); }} Use({L});"),
        Case("return of the wrong branch", $"if (client.ServerVersion >= ZStackVersion.V5_0) return; Use({Bad});"),
        Case("throw expression", $"var v = client.ServerVersion >= ZStackVersion.V5_0 ? 1 : throw new Exception(); Use({L});"),
        Case("continue", $"foreach (var d in disks) {{ if (client.ServerVersion < ZStackVersion.V5_0) continue; Use(d.Label); }} Use({Bad});"),
        Case("break", $"while (true) {{ if (client.ServerVersion < ZStackVersion.V5_0) break; Use({L}); }} Use({Bad});"),
        Case("goto", $"if (client.ServerVersion < ZStackVersion.V5_0) goto end; Use({L}); end: Use({Bad});"),
        Case("a method that does not return", $"if (client.ServerVersion < ZStackVersion.V5_0) Fail(); Use({L}); --- [DoesNotReturn] static void Fail() => throw new Exception();"),
        Case("Debug.Assert", $"Debug.Assert(client.ServerVersion >= ZStackVersion.V5_0); Use({L});"),
        Case("Debug.Assert comes too late", $"Use({Bad}); Debug.Assert(client.ServerVersion >= ZStackVersion.V5_0, \"old\");"),
        Case("a method that does not return if true", $"Reject(client.ServerVersion < ZStackVersion.V5_0); Use({L}); --- static void Reject([DoesNotReturnIf(true)] bool old) {{ }}"),

        // operators
        Case("&&", $"if (flag && client.ServerVersion >= ZStackVersion.V5_0 && {L} != null) Use({L}); else Use({Bad});"),
        Case("&& in the wrong order", $"if ({Bad} != null && client.ServerVersion >= ZStackVersion.V5_0) Use(1);"),
        Case("||", $"if (client.ServerVersion < ZStackVersion.V5_0 || {L} == null) return; Use({L});"),
        Case("|| is no proof", $"if (flag || client.ServerVersion >= ZStackVersion.V5_0) Use({Bad});"),
        Case("|| of two proofs", $"if (client.ServerVersion == ZStackVersion.V5_0_0 || client.ServerVersion >= ZStackVersion.V5_1) Use({L});"),
        Case("& and |", $"if (flag & client.ServerVersion >= ZStackVersion.V5_0) Use({L}); if (flag | client.ServerVersion >= ZStackVersion.V5_0) Use({Bad}); if (flag | client.ServerVersion < ZStackVersion.V5_0) return; Use({L});"),
        Case("^ and == of two conditions", $"if ({C} ^ false) Use({L}); else Use({Bad}); if ({C} ^ true) Use({Bad}); else Use({L}); if (({C}) == flag) Use({Bad}); if (({C}) == (client.ServerVersion > ZStackVersion.V5_1)) Use({Bad}); else Use({L});"),
        Case("^=", $"bool isNew = {C}; isNew ^= true; if (isNew) Use({Bad}); else Use({L}); isNew ^= flag; if (isNew) Use({Bad}); else Use({Bad});"),
        Case("negated ||", $"if (!(flag || client.ServerVersion < ZStackVersion.V5_0)) Use({L});"),
        Case("?:", $"Use(client.ServerVersion >= ZStackVersion.V5_0 ? {L} : {Bad});"),
        Case("?: as condition", $"if (flag ? client.ServerVersion >= ZStackVersion.V5_0 : client.ServerVersion > ZStackVersion.V5_1) Use({L}); if (flag ? client.ServerVersion >= ZStackVersion.V5_0 : false) Use({L}); if (flag ? client.ServerVersion >= ZStackVersion.V5_0 : Other()) Use({Bad});"),
        Case("==", $"if (client.ServerVersion == ZStackVersion.V5_0) Use({L}); else Use({Bad});"),
        Case("!=", $"if (client.ServerVersion != ZStackVersion.V5_1_8) return; Use({L});"),
        Case("Equals", $"if (client.ServerVersion!.Equals(ZStackVersion.V5_0)) Use({L}); if (Equals(client.ServerVersion, ZStackVersion.V5_0)) Use({L}); else Use({Bad});"),
        Case("is not null &&", $"if (client.ServerVersion is not null && client.ServerVersion >= ZStackVersion.V5_0) Use({L}); if (client.ServerVersion is {{ }} v && v >= ZStackVersion.V5_0) Use({L});"),
        Case("a declared pattern and a comparison", $"if (client is {{ ServerVersion: var v }} && v >= ZStackVersion.V5_0) Use({L});"),
        Case("CompareTo", $"if (client.ServerVersion!.CompareTo(ZStackVersion.V5_0) >= 0) Use({L}); else Use({Bad}); if (client.ServerVersion!.CompareTo(ZStackVersion.V5_0) < 0) return; Use({L});"),
        Case("CompareTo by other numbers", $"if (client.ServerVersion!.CompareTo(ZStackVersion.V5_0) > -1) Use({L}); if (0 <= client.ServerVersion!.CompareTo(ZStackVersion.V5_0)) Use({L}); if (client.ServerVersion!.CompareTo(ZStackVersion.V5_0) >= -1) Use({Bad});"),
        Case("CompareTo of null", $"if (client.ServerVersion?.CompareTo(ZStackVersion.V5_0) >= 0) Use({L}); if (client.ServerVersion?.CompareTo(ZStackVersion.V5_0) < 0) return; Use({Bad});"),
        Case("CompareTo in a pattern", $"if (client.ServerVersion!.CompareTo(ZStackVersion.V5_0) is >= 0) Use({L}); if (client.ServerVersion!.CompareTo(ZStackVersion.V5_0) is not < 0) Use({L}); if (client.ServerVersion!.CompareTo(ZStackVersion.V5_0) is 0 or 1) Use({L});"),
        Case("CompareTo of the constant", $"if (ZStackVersion.V5_0.CompareTo(client.ServerVersion) <= 0) Use({L}); else Use({Bad}); if (ZStackVersion.V5_0.CompareTo(client.ServerVersion) >= 0) Use({Bad}); if (0 < ZStackVersion.V5_0.CompareTo(client.ServerVersion)) return; Use({L});"),
        Case("CompareTo of the constant, by other numbers", $"if (ZStackVersion.V5_0.CompareTo(client.ServerVersion) is < 1) Use({L}); if (ZStackVersion.V5_0.CompareTo(client.ServerVersion) <= 1) Use({Bad}); if (ZStackVersion.V5_1.CompareTo(ZStackVersion.V5_0) >= 0) Use({Bad});"),
        Case("a comparer", $"if (Comparer<ZStackVersion>.Default.Compare(client.ServerVersion, ZStackVersion.V5_0) >= 0) Use({L}); if (Comparer<ZStackVersion>.Default.Compare(ZStackVersion.V5_0, client.ServerVersion) > 0) return; Use({L});"),
        Case("a comparer with another order", $"IComparer<ZStackVersion> other = Comparer<ZStackVersion>.Create((x, y) => y.CompareTo(x)); if (other.Compare(client.ServerVersion, ZStackVersion.V5_0) >= 0) Use({Bad});"),
        Case("?. before the version", $"IZStackClient? maybe = flag ? client : null; if (maybe?.ServerVersion >= ZStackVersion.V5_0) Use({L}); else Use({Bad});"),
        Case("is true", $"if ((client.ServerVersion >= ZStackVersion.V5_0) is true) Use({L}); if ((client.ServerVersion >= ZStackVersion.V5_0) == false) return; Use({L});"),

        // switch
        Case("switch expression", $"Use(client.ServerVersion switch {{ var v when v >= ZStackVersion.V5_0 => {L}, _ => {Bad} }});"),
        Case("switch expression with a type pattern", $"Use(client.ServerVersion switch {{ null => {Bad}, {{ }} v when v >= ZStackVersion.V5_0 => {L}, _ => {Bad} }});"),
        Case("switch statement", $"switch (client.ServerVersion) {{ case {{ }} v when v >= ZStackVersion.V5_0: Use({L}); break; default: Use({Bad}); break; }}"),
        Case("switch statement that leaves early", $"switch (client.ServerVersion) {{ case null: return; case var v when v < ZStackVersion.V5_0: throw new Exception(); }} Use({L});"),
        Case("switch expression that throws early", $"_ = client.ServerVersion switch {{ var v when v < ZStackVersion.V5_0 => throw new Exception(), _ => 0 }}; Use({L});"),
        Case("switch statement that leaves early in a case that may not match", $"switch (client.ServerVersion) {{ case {{ }} v when flag && v < ZStackVersion.V5_0: return; }} Use({Bad});"),
        Case("switch over true", $"switch (client.ServerVersion >= ZStackVersion.V5_0) {{ case true: Use({L}); break; case false: Use({Bad}); break; }}"),
        Case("switch expression over true", $"Use((client.ServerVersion >= ZStackVersion.V5_0) switch {{ true => {L}, false => {Bad} }});"),

        // loops
        Case("while", $"while (client.ServerVersion >= ZStackVersion.V5_0) Use({L}); Use({Bad});"),
        Case("while, inverted", $"while (client.ServerVersion < ZStackVersion.V5_0) Use({Bad}); Use({L});"),
        Case("for", $"for (int i = 0; client.ServerVersion >= ZStackVersion.V5_0 && i < 3; i++) Use({L}); Use({Bad});"),
        Case("do", $"do {{ Use({Bad}); }} while (client.ServerVersion < ZStackVersion.V5_0); Use({L});"),
        Case("foreach behind a guard", $"if (client.ServerVersion < ZStackVersion.V5_0) return; foreach (var d in disks) Use(d.Label); await foreach (var d in client.Query(Disk.Query)) Use(d.Label);"),

        // exceptions and using
        Case("try", $"try {{ if (client.ServerVersion < ZStackVersion.V5_0) return; Use({L}); }} catch (Exception) {{ Use({Bad}); }} finally {{ Use({Bad}); }} Use({Bad});"),
        Case("try behind a guard", $"if (client.ServerVersion < ZStackVersion.V5_0) return; try {{ Use({L}); }} catch (Exception) when ({L} != null) {{ Use({L}); }} finally {{ Use({L}); }} Use({L});"),
        Case("try without a catch", $"try {{ if (client.ServerVersion < ZStackVersion.V5_0) return; }} finally {{ Use(1); }} Use({L});"),
        Case("using", $"using var x = new System.IO.MemoryStream(); if (client.ServerVersion < ZStackVersion.V5_0) return; using (new System.IO.MemoryStream()) Use({L}); lock (disk) Use({L});"),

        // variables
        Case("local", $"bool isNew = client.ServerVersion >= ZStackVersion.V5_0; if (isNew) Use({L}); else Use({Bad});"),
        Case("negated local", $"var isOld = client.ServerVersion < ZStackVersion.V5_0; if (!isOld) Use({L}); if (isOld) return; Use({L});"),
        Case("a combined local", $"bool isNew = client.ServerVersion >= ZStackVersion.V5_0; isNew &= flag; if (isNew) Use({L}); isNew |= flag; if (isNew) Use({Bad});"),
        Case("a combined negated local", $"bool isOld = client.ServerVersion < ZStackVersion.V5_0; isOld |= flag; if (isOld) return; Use({L});"),
        Case("an inverted local", $"bool isNew = client.ServerVersion >= ZStackVersion.V5_0; isNew ^= flag; if (isNew) Use({Bad});"),
        Case("local of a combination", $"bool isNew = flag && client.ServerVersion >= ZStackVersion.V5_0; if (isNew) Use({L}); else Use({Bad});"),
        Case("local that is set again", $"bool isNew = client.ServerVersion >= ZStackVersion.V5_0; isNew = Other(); if (isNew) Use({Bad});"),
        Case("local that is passed by reference", $"bool isNew = client.ServerVersion >= ZStackVersion.V5_0; bool.TryParse(disk.Name, out isNew); if (isNew) Use({Bad});"),
        Case("local that is set in a branch", $"bool isNew = false; if (flag) isNew = client.ServerVersion >= ZStackVersion.V5_0; if (isNew) Use({L});"),
        Case("local that is set in a condition", $"bool isNew; if ((isNew = client.ServerVersion >= ZStackVersion.V5_0) && flag) Use({L}); if (isNew) Use({L});"),
        Case("compound assignment", $"bool isNew = client.ServerVersion >= ZStackVersion.V5_0; isNew |= flag; if (isNew) Use({Bad});"),
        Case("local of a version", $"ZStackVersion needed = ZStackVersion.V5_0; if (client.ServerVersion >= needed) Use({L}); needed = ZStackVersion.V4_7; if (client.ServerVersion >= needed) Use({Bad});"),
        Case("field of a version", $"if (client.ServerVersion >= Needed) Use({L}); if (client.ServerVersion >= Lower) Use({Bad}); if (client.ServerVersion >= Parsed) Use({L}); --- static readonly ZStackVersion Needed = ZStackVersion.V5_0, Lower = ZStackVersion.V4_7; static ZStackVersion Parsed => ZStackVersion.Parse(\"5.1\");"),
        Case("field of a version that is not constant", $"if (client.ServerVersion >= Needed) Use({Bad}); --- static ZStackVersion Needed = ZStackVersion.V5_0;"),
        Case("maybe", $"bool? isNew = flag ? client.ServerVersion >= ZStackVersion.V5_0 : null; if (isNew == true) Use({L}); if (isNew ?? false) Use({L}); if (isNew ?? true) Use({Bad}); if (isNew is true) Use({L}); if (isNew.GetValueOrDefault()) Use({L});"),

        // lambdas and local functions
        Case("lambda made behind a guard", $"if (client.ServerVersion >= ZStackVersion.V5_0) Do(() => Use({L})); Do(() => Use({Bad}));"),
        Case("guard in a lambda", $"Do(() => {{ if (client.ServerVersion >= ZStackVersion.V5_0) Use({L}); else Use({Bad}); }}); Use({Bad});"),
        Case("lambda in a lambda", $"if (client.ServerVersion < ZStackVersion.V5_0) return; Do(() => Do(() => Use({L}))); Use(disks.Where(d => d.Label != null).Select(static d => d.Label).ToList());"),
        Case("lambda with a captured guard", $"bool isNew = client.ServerVersion >= ZStackVersion.V5_0; Do(() => {{ if (isNew) Use({L}); else Use({Bad}); }});"),
        Case("local function called behind a guard", $"if (client.ServerVersion >= ZStackVersion.V5_0) Inner(); void Inner() => Use({L});"),
        Case("local function called elsewhere, too", $"if (client.ServerVersion >= ZStackVersion.V5_0) Inner(); Inner(); void Inner() => Use({Bad});"),
        Case("local function that is not called", $"if (client.ServerVersion < ZStackVersion.V5_0) return; void Inner() => Use({Bad});", "CS8321"),
        Case("local function as a delegate", $"if (client.ServerVersion < ZStackVersion.V5_0) return; Do(Inner); void Inner() => Use({L});"),
        Case("local function through another one", $"if (client.ServerVersion >= ZStackVersion.V5_0) Outer(); void Outer() => Inner(); void Inner() {{ Use({L}); if (flag) Outer(); }}"),
        Case("local function with a guard", $"Inner(); void Inner() {{ if (client.ServerVersion < ZStackVersion.V5_0) return; Use({L}); }}"),

        // guards of one's own
        Case("guard property", $"if (IsNew) Use({L}); else Use({Bad}); if (!IsNew) return; Use({L}); --- [ZStackVersionGuard(\"5.0.0\")] static bool IsNew => Other();"),
        Case("guard method", $"if (IsNew(client)) Use({L}); if (!IsNew(client) || flag) return; Use({L}); --- [ZStackVersionGuard(\"5.0\")] static bool IsNew(IZStackClient client) => Other();"),
        Case("awaited guard method", $"if (await IsNewAsync(client)) Use({L}); if (!await IsNewAsync(client).ConfigureAwait(false)) Use({Bad}); bool isNew = await IsNewAsync(client); if (!isNew) return; Use({L}); --- [ZStackVersionGuard(\"5.0\")] static async Task<bool> IsNewAsync(IZStackClient client) => await client.GetServerVersionAsync() >= ZStackVersion.V5_0;"),
        Case("awaited method without a guard", $"if (await IsNewAsync(client)) Use({Bad}); --- static async Task<bool> IsNewAsync(IZStackClient client) => await client.GetServerVersionAsync() >= ZStackVersion.V5_0;"),
        Case("guard field", $"if (IsNew) Use({L}); --- [ZStackVersionGuard(\"5.0\")] static readonly bool IsNew = Other();"),
        Case("guard of a lower version", $"if (IsNew) Use({Bad}); --- [ZStackVersionGuard(\"4.0\")] static bool IsNew => Other();"),
        Case("guard without a version", $"if (IsNew) Use({Bad}); if (IsWrong) Use({Bad}); --- [ZStackVersionGuard(null!)] static bool IsNew => Other(); [ZStackVersionGuard(\"new\")] static bool IsWrong => Other();"),
        Case("guard in a pattern", $"var server = new Server(); if (server is {{ IsNew: true }}) Use({L}); if (server is {{ IsNew: false }}) return; Use({Bad}); --- class Server {{ [ZStackVersionGuard(\"5.0\")] public bool IsNew => Other(); }}"),
        Case("guard behind ?.", $"Server? server = flag ? new Server() : null; if (server?.IsNew == true) Use({L}); if (server?.IsNew ?? false) Use({L}); if (server?.IsNew != true) return; Use({L}); --- class Server {{ [ZStackVersionGuard(\"5.0\")] public bool IsNew => Other(); }}"),
        Case("assigned guard", $"bool isNew = IsNew && flag; if (isNew) Use({L}); --- [ZStackVersionGuard(\"5.0.0\")] static bool IsNew => Other();"),

        // other places
        Case("expression body", $"--- static object? Label(IZStackClient client, Disk disk) => client.ServerVersion >= ZStackVersion.V5_0 ? {L} : {Bad};"),
        Case("property with a guard in it", "--- class Mine { IZStackClient _client = null!; Disk _disk = new(); string? Label => _client.ServerVersion >= ZStackVersion.V5_0 ? _disk.Label : {|ZSG3001:_disk.Label|}; }"),
        Case("iterator", $"--- static IEnumerable<string?> Labels(IZStackClient client, Disk disk) {{ if (client.ServerVersion < ZStackVersion.V5_0) yield break; yield return {L}; }}"),
        Case("async local function and await", $"await InnerAsync(); async Task InnerAsync() {{ if (await client.GetServerVersionAsync() >= ZStackVersion.V5_0) Use({L}); await Task.Yield(); Use({Bad}); }}"),
        Case("interpolation and ??", $"Use($\"{{(client.ServerVersion >= ZStackVersion.V5_0 ? {L} : null) ?? disk.Name}}\"); Use(disk.Name ?? {Bad});"),
        Case("generic local function", $"if (client.ServerVersion < ZStackVersion.V5_0) return; Inner(1); Inner(\"a\"); void Inner<T>(T value) => Use({L});"),
        Case("two guards of one local", $"bool isNew; if (flag) isNew = client.ServerVersion >= ZStackVersion.V5_0; else isNew = client.ServerVersion >= ZStackVersion.V5_1; if (isNew) Use({L}); Use(isNew && {L} != null);"),
        Case("knowledge ends with the method", $"if (client.ServerVersion >= ZStackVersion.V5_0) Next(disk); --- static void Next(Disk disk) => Use({Bad});"),
        Case("lambda in a field", "--- static Func<IZStackClient, Disk, object?> s_read = (client, disk) => client.ServerVersion >= ZStackVersion.V5_0 ? disk.Label : {|ZSG3001:disk.Label|};"),

        // APIs that the server was asked for
        Case("Supports with a name", "if (apis.Supports(nameof(CreateTagAction))) Use(new CreateTagAction { Name = \"a\" }); else Use({|ZSG3001:new CreateTagAction()|});"),
        Case("Supports with an action", "var action = new CreateTagAction { Name = \"a\" }; if (!apis.Supports(action)) return; Use(new CreateTagAction()); Use(CreateTagAction.KindValue.Red);"),
        Case("Supports tells nothing of newer parameters", "if (apis.Supports(nameof(CreateTagAction))) Use(new CreateTagAction { {|ZSG3001:Color|} = \"a\" });"),
        Case("Supports tells nothing of other APIs", "if (apis.Supports(nameof(CreateDiskAction))) Use({|ZSG3001:new CreateTagAction()|});"),
        Case("Contains", "if (apis.Supports(new CreateTagAction()) && flag) Use(typeof(CreateTagAction.Result)); if (!apis.Contains(nameof(CreateTagAction))) return; Use(new CreateTagAction());"),
        Case("Supports or a version", "if (apis.Supports(nameof(CreateTagAction)) || client.ServerVersion >= ZStackVersion.V5_1) Use({|ZSG3001:new CreateTagAction()|});"),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Only_what_is_not_guarded_is_reported(string statements) => AnalyzerRun<TargetVersionAnalyzer>.MethodAsync(statements);

    [Fact]
    public Task Top_level_statements_are_followed() => AnalyzerRun<TargetVersionAnalyzer>.FileAsync(
        """
        using ZStack;
        using ZStack.Api;
        IZStackClient client = new ZStackClient("http://mn.example:8080", ZStackCredential.Session("a"));
        var disk = new Disk();
        System.Console.WriteLine({|ZSG3001:disk.Label|});
        if (client.ServerVersion < ZStackVersion.V5_0)
            return;
        System.Console.WriteLine(disk.Label);
        """,
        isProgram: true);

    private static TheoryDataRow<string> Case(string name, string statements, string? disabled = null) =>
        new(disabled is null ? statements : "\n#pragma warning disable " + disabled + "\n" + statements) { TestDisplayName = name };
}
