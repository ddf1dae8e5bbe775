using System.Collections.Generic;
using System.Threading.Tasks;
using Xunit;
using ZStackGen.Analyzers.Tests.Support;
using ZStackGen.CodeFixes;
using ZStackGen.Generator.Analysis;

namespace ZStackGen.Analyzers.Tests;

/// <summary>A type that the target version does not have is reported once at each place where a declaration names it.</summary>
public sealed class SignatureTests
{
    public static IEnumerable<TheoryDataRow<string>> Newer { get; } =
    [
        Case("field", "static {|ZSG3001:Tag|}? s_tag; static {|ZSG3001:Tag|}? s_one, s_two; static Disk? s_disk;"),
        Case("field and its initializer", "static {|ZSG3001:Tag|} s_tag = {|ZSG3001:new()|}; static object s_other = {|ZSG3001:new Tag()|};"),
        Case("property", "static {|ZSG3001:Tag|}? P { get; set; } static {|ZSG3001:Tag|}? Q => null; static {|ZSG3001:Tag|}? R { get { return null; } }"),
        Case("indexer", "class Mine { {|ZSG3001:Tag|}? this[{|ZSG3001:Tag|} tag, int i] { get => null; set { } } }"),
        Case("method", "static {|ZSG3001:Tag|}? M({|ZSG3001:Tag|} tag, Disk disk, ref {|ZSG3001:Tag|} other, out {|ZSG3001:Tag|}? last, params {|ZSG3001:Tag|}[] tags) => last = null;"),
        Case("extension method", "} static class More { static void M(this {|ZSG3001:Tag|} tag, Disk disk) { }"),
        Case("constructor and operators", "class Mine { Mine({|ZSG3001:Tag|} tag) { } public static Mine operator +(Mine mine, {|ZSG3001:Tag|} tag) => mine; public static implicit operator Mine({|ZSG3001:Tag|} tag) => new(tag); public static explicit operator {|ZSG3001:Tag|}?(Mine mine) => null; }"),
        Case("event and delegate", "delegate {|ZSG3001:Tag|} Make({|ZSG3001:Tag|} tag); static event Action<{|ZSG3001:Tag|}>? E; static event Action<{|ZSG3001:Tag|}>? F { add { } remove { } }"),
        Case("type arguments", "static Task<List<{|ZSG3001:Tag|}>>? M(Dictionary<string, {|ZSG3001:Tag|}[]> tags, Func<Disk, {|ZSG3001:Tag|}?> f) => null;"),
        Case("arrays, tuples and nullable values", "static {|ZSG3001:Tag|}[][,]? A; static (Disk, {|ZSG3001:Tag|} Tag)? T; static {|ZSG3001:CreateTagAction.KindValue|}? K; static Nullable<{|ZSG3001:CreateTagAction.KindValue|}> L;"),
        Case("pointers", "static unsafe {|ZSG3001:CreateTagAction.KindValue|}* P; static unsafe void M({|ZSG3001:CreateTagAction.KindValue|}** p) { }"),
        Case("qualified names", "static {|ZSG3001:ZStack.Api.Tag|}? A; static {|ZSG3001:global::ZStack.Api.Tag|}? B; static {|ZSG3001:ZStack.Api.CreateTagAction.Result|}? C; static List<{|ZSG3001:CreateTagAction.Result|}>.Enumerator D;"),
        Case("base list", "class A : {|ZSG3001:Tag|}, IEquatable<{|ZSG3001:Tag|}>, IComparable<{|ZSG3001:Tag|}> { public bool Equals({|ZSG3001:Tag|}? t) => true; public int CompareTo({|ZSG3001:Tag|}? t) => 0; } interface B : IEnumerable<{|ZSG3001:Tag|}> { } struct S : IComparable<{|ZSG3001:Tag|}> { public int CompareTo({|ZSG3001:Tag|}? t) => 0; }"),
        Case("base with arguments", "class Mine(int x) : {|ZSG3001:Tag|}() { public int X => x; } class Other2 : {|ZSG3001:Tag|} { public Other2() : base() { } }"),
        Case("constructor with a mark", "class Mine { [RequiresZStack(\"5.0\")] public Mine(Tag tag) { } public Mine() {|ZSG3001:: this(null!)|} { } } class Derived : Mine { public Derived() {|ZSG3001:: base(null!)|} { } }"),
        Case("parts of a type", "partial class Mine : {|ZSG3001:Tag|} { } partial class Mine : IEquatable<{|ZSG3001:Tag|}> { public bool Equals({|ZSG3001:Tag|}? t) => true; }"),
        Case("record and primary constructor", "record R({|ZSG3001:Tag|} Tag, Disk Disk); record struct S({|ZSG3001:Tag|} Tag) { public {|ZSG3001:Tag|}? More => null; } class C({|ZSG3001:Tag|} tag) { public string? N => tag.Name; }"),
        Case("constraints", "class Mine<T> where T : {|ZSG3001:Tag|} { void M<U>() where U : List<{|ZSG3001:Tag|}>, new() { } delegate void D<V>() where V : {|ZSG3001:Tag|}; }"),
        Case("explicit implementation", "class Mine : IEquatable<{|ZSG3001:Tag|}> { bool IEquatable<Tag>.Equals({|ZSG3001:Tag|}? tag) => true; }"),
        Case("partial method", "partial class Mine { partial void M({|ZSG3001:Tag|} tag); } partial class Mine { partial void M({|ZSG3001:Tag|} tag) { } }"),
        Case("override", "class Mine { public virtual void M({|ZSG3001:Tag|} tag) { } } class Derived : Mine { public override void M({|ZSG3001:Tag|} tag) => base.M(tag); }"),
        Case("attribute types and arguments", "[{|ZSG3001:Mark({|ZSG3001:typeof(Tag)|})|}] static {|ZSG3001:Tag|}? M([Note({|ZSG3001:typeof(List<Tag>)|})] {|ZSG3001:Tag|} tag) => null;"),
        Case("a type of the project", "static {|ZSG3001:Mine|}? M({|ZSG3001:Mine.Inner|} inner) => null; [RequiresZStack(\"5.0\")] class Mine { public class Inner { Mine? _m; Tag? _t; } }"),
        Case("types without a version of their own", "static Disk? A; static Disk.QueryFields? B; static CreateDiskAction.Result? C; static Disk.StateValue D; static List<Disk>? E; class Mine : Disk { }"),
        Case("names that are no types", "enum Kind { Tag } static string Tag => \"\"; class Holder<Tag> { Tag? _t; void M<Result>(Tag t, Result r) { } }"),
        Case("names in bodies", "static void M() { Tag? tag = null; void Local(Tag t) { } Action<Tag> f = (Tag t) => { }; Use(tag); }"),
    ];

    public static IEnumerable<TheoryDataRow<string>> Marked { get; } =
    [
        Case("members", "[RequiresZStack(\"5.0\")] static Tag? s_tag; [RequiresZStack(\"5.0\")] static Tag? P { get; set; } [RequiresZStack(\"5.0\")] static Tag? M(Tag tag) => tag; [RequiresZStack(\"5.0\")] static event Action<Tag>? E;"),
        Case("lower version", "[RequiresZStack(\"4.9\")] static {|ZSG3001:Tag|}? M({|ZSG3001:Tag|} tag) => null;"),
        Case("containing type", "[RequiresZStack(\"5.0\")] class Mine<T> : Tag where T : Tag { Tag? _f; Mine(Tag tag) { } class Inner { Tag? P { get; set; } delegate void D(Tag tag); } }"),
        Case("own type", "[RequiresZStack(\"5.0\")] class A : Tag { } [RequiresZStack(\"5.0\")] record B(Tag Tag); [RequiresZStack(\"5.0\")] delegate Tag C(Tag tag); class D { [RequiresZStack(\"5.0\")] public D(Tag tag) { } }"),
    ];

    public static IEnumerable<TheoryDataRow<string>> Gone { get; } =
    [
        Case("members", "static {|ZSG3002:RemoveDiskAction|}? F; static {|ZSG3002:RemoveDiskAction|}? P { get; } static {|ZSG3002:RemoveDiskAction|}? M(List<{|ZSG3002:RemoveDiskAction|}> all) => null;"),
        Case("constraint and delegate", "interface I<T> where T : IEnumerable<{|ZSG3002:RemoveDiskAction|}> { } delegate void D({|ZSG3002:ZStack.Api.RemoveDiskAction|} action);"),
    ];

    [Theory]
    [MemberData(nameof(Newer))]
    public Task A_newer_type_is_reported_where_it_is_named(string members) => AnalyzerRun<TargetVersionAnalyzer>.MethodAsync("---" + members);

    [Theory]
    [MemberData(nameof(Marked))]
    public Task A_mark_covers_the_signature(string members) => AnalyzerRun<TargetVersionAnalyzer>.MethodAsync("---" + members);

    [Theory]
    [MemberData(nameof(Gone))]
    public Task A_removed_type_is_reported_where_it_is_named(string members) => AnalyzerRun<TargetVersionAnalyzer>.MethodAsync("---" + members, "4.0");

    [Fact]
    public Task An_alias_is_reported_for_what_it_stands_for() => AnalyzerRun<TargetVersionAnalyzer>.FileAsync("""
        using Label = ZStack.Api.Tag;
        using Labels = System.Collections.Generic.List<ZStack.Api.Tag>;
        using Fine = ZStack.Api.Disk;
        class Mine { {|ZSG3001:Label|}? _label; {|ZSG3001:Labels|}? _labels; System.Collections.Generic.List<{|ZSG3001:Labels|}>? _all; Fine? _fine; }
        """);

    [Fact]
    public Task A_marked_assembly_covers_signatures() => AnalyzerRun<TargetVersionAnalyzer>.FileAsync("""
        [assembly: ZStack.RequiresZStack("5.0")]
        class Mine : ZStack.Api.Tag { ZStack.Api.Tag? M(ZStack.Api.Tag tag) => tag; }
        """);

    [Fact]
    public Task The_member_is_marked_for_its_signature() => FixRun<TargetVersionAnalyzer, MarkMemberFixProvider>.MethodAsync(
        """
        ---
            static void M({|ZSG3001:Tag|} tag, List<{|ZSG3001:CreateTagAction|}> all) { }

            class Mine<T> where T : {|ZSG3001:Tag|} { }
        """,
        """
        ---
            [RequiresZStack("5.0.0")]
            static void M(Tag tag, List<CreateTagAction> all) { }

            [RequiresZStack("5.0.0")]
            class Mine<T> where T : Tag { }
        """,
        MarkMemberFixProvider.Key);

    [Fact]
    public Task The_replacement_is_named_in_the_signature() => FixRun<TargetVersionAnalyzer, ReplacementFixProvider>.MethodAsync(
        "--- static void M({|ZSG3002:RemoveDiskAction|} one, List<{|ZSG3002:ZStack.Api.RemoveDiskAction|}> all) { }",
        "--- static void M(CreateDiskAction one, List<ZStack.Api.CreateDiskAction> all) { }",
        ReplacementFixProvider.Key,
        target: "4.0");

    private static TheoryDataRow<string> Case(string name, string members) => new(members) { TestDisplayName = name };
}
