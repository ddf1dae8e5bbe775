using System.Threading.Tasks;
using Xunit;
using ZStackGen.Analyzers.Tests.Support;
using ZStackGen.CodeFixes;
using ZStackGen.Generator.Analysis;

namespace ZStackGen.Analyzers.Tests;

/// <summary>Each fix leaves code that compiles and is not reported any more.</summary>
public sealed class FixTests
{
    [Fact]
    public Task A_guard_is_put_around_the_statement() => FixRun<TargetVersionAnalyzer, AddGuardFixProvider>.MethodAsync(
        """
        // Keep me.
                {|ZSG3001:disk.Label|} = "a";
                Use({|ZSG3001:disk.Parent|});
        """,
        """
        // Keep me.
                if (client.ServerVersion >= ZStackVersion.V5_0)
                {
                    disk.Label = "a";
                }

                if (client.ServerVersion >= ZStackVersion.V5_1)
                {
                    Use(disk.Parent);
                }
        """,
        AddGuardFixProvider.GuardKey);

    [Fact]
    public Task A_guard_in_a_branch_does_not_take_its_else() => FixRun<TargetVersionAnalyzer, AddGuardFixProvider>.MethodAsync(
        """
        if (flag)
                    Use({|ZSG3001:disk.Label|});
                else
                    Use(1);
        """,
        """
        if (flag)
                {
                    if (client.ServerVersion >= ZStackVersion.V5_0)
                    {
                        Use(disk.Label);
                    }
                }
                else
                    Use(1);
        """,
        AddGuardFixProvider.GuardKey);

    [Fact]
    public Task An_exception_is_thrown_before_the_statement() => FixRun<TargetVersionAnalyzer, AddGuardFixProvider>.MethodAsync(
        """
        // Keep me.
                var label = {|ZSG3001:disk.Label|};
                Use(label);
        """,
        """
        // Keep me.
                if (client.ServerVersion < ZStackVersion.V5_0)
                {
                    throw new NotSupportedException("The server needs to have ZStack 5.0.0 or later.");
                }

                var label = disk.Label;
                Use(label);
        """,
        AddGuardFixProvider.ThrowKey);

    [Fact]
    public Task Without_a_client_no_guard_is_offered() => FixRun<TargetVersionAnalyzer, AddGuardFixProvider>.MethodAsync(
        """
        --- static void M(Disk disk) { Use({|ZSG3001:disk.Label|}); }
        """,
        """
        --- static void M(Disk disk) { Use({|ZSG3001:disk.Label|}); }
        """,
        AddGuardFixProvider.GuardKey);

    [Fact]
    public Task The_member_is_marked_with_the_latest_version_that_it_needs() => FixRun<TargetVersionAnalyzer, MarkMemberFixProvider>.MethodAsync(
        """
        ---
            /// <summary>Reads.</summary>
            static void M(Disk disk)
            {
                Use({|ZSG3001:disk.Parent|});
                Use({|ZSG3001:disk.Label|});
            }

            static string? P => {|ZSG3001:new Disk().Label|};
        """,
        """
        ---
            /// <summary>Reads.</summary>
            [RequiresZStack("5.1")]
            static void M(Disk disk)
            {
                Use(disk.Parent);
                Use(disk.Label);
            }

            [RequiresZStack("5.0.0")]
            static string? P => new Disk().Label;
        """,
        MarkMemberFixProvider.Key);

    [Fact]
    public Task A_mark_with_a_lower_version_is_raised() => FixRun<TargetVersionAnalyzer, MarkMemberFixProvider>.MethodAsync(
        """
        ---
            [Note, RequiresZStack("4.0")]
            static void M(Disk disk) => Use({|ZSG3001:disk.Label|});
        """,
        """
        ---
            [Note, RequiresZStack("5.0.0")]
            static void M(Disk disk) => Use(disk.Label);
        """,
        MarkMemberFixProvider.Key);

    [Fact]
    public Task A_type_is_marked_for_its_base() => FixRun<TargetVersionAnalyzer, MarkMemberFixProvider>.MethodAsync(
        """
        ---
            class Mine : {|ZSG3001:Tag|} { }
        """,
        """
        ---
            [RequiresZStack("5.0.0")]
            class Mine : Tag { }
        """,
        MarkMemberFixProvider.Key);

    [Fact]
    public Task The_replacement_is_used() => FixRun<TargetVersionAnalyzer, ReplacementFixProvider>.MethodAsync(
        """
        Use({|ZSG3002:disk.Old|});
                Use(new Disk { {|ZSG3002:Old|} = "a" });
                Use(Disk.Query.Where(f => {|ZSG3002:f.Old|} == "a"));
                if (disk is { {|ZSG3002:Old|}: null }) return;
                Use({|ZSG3002:disk.Aging|});
        """,
        """
        Use(disk.Name);
                Use(new Disk { Name = "a" });
                Use(Disk.Query.Where(f => f.Name == "a"));
                if (disk is { Name: null }) return;
                Use({|ZSG3002:disk.Aging|});
        """,
        ReplacementFixProvider.Key,
        target: "4.0");

    [Fact]
    public Task A_removed_call_is_replaced_by_its_name_on_the_page() => FixRun<TargetVersionAnalyzer, ReplacementFixProvider>.MethodAsync(
        "Use({|ZSG3002:new RemoveDiskAction()|});",
        "Use(new CreateDiskAction());",
        ReplacementFixProvider.Key,
        target: "4.0");

    [Fact]
    public Task A_call_is_awaited_and_a_job_is_waited_for() => FixRun<UnusedCallAnalyzer, AwaitFixProvider>.MethodAsync(
        """
        #pragma warning disable CS4014
                {|ZSG3010:client.CallAsync(new CreateDiskAction())|};
                {|ZSG3010:await client.StartAsync(new CreateDiskAction())|};
                {|ZSG3010:client.ResumeJob<CreateDiskAction.Result>("a")|};
        """,
        """
        #pragma warning disable CS4014
                await client.CallAsync(new CreateDiskAction());
                await (await client.StartAsync(new CreateDiskAction())).WaitAsync();
                await client.ResumeJob<CreateDiskAction.Result>("a").WaitAsync();
        """,
        AwaitFixProvider.Key);

    [Fact]
    public Task What_cannot_await_gets_no_await() => FixRun<UnusedCallAnalyzer, AwaitFixProvider>.MethodAsync(
        "--- static void M(IZStackClient client) { {|ZSG3010:client.LogInAsync()|}; }",
        "--- static void M(IZStackClient client) { {|ZSG3010:client.LogInAsync()|}; }",
        AwaitFixProvider.Key);

    [Fact]
    public Task The_call_that_throws_is_used() => FixRun<UnusedCallAnalyzer, ThrowingCallFixProvider>.MethodAsync(
        "{|ZSG3011:await client.TryCallAsync(new CreateDiskAction(), null).ConfigureAwait(false)|};",
        "await client.CallAsync(new CreateDiskAction(), null).ConfigureAwait(false);",
        ThrowingCallFixProvider.Key);

    [Fact]
    public Task The_server_counts() => FixRun<ListForCountAnalyzer, CountFixProvider>.MethodAsync(
        """
        var a = {|ZSG3014:(await client.Query(Disk.Query).ToListAsync()).Count|};
                int b = {|ZSG3014:(await client.Query(Disk.Query).ToListAsync(default).ConfigureAwait(false)).Count|};
                if (!{|ZSG3014:(await client.Query(Disk.Query).ToListAsync()).Any()|}) return;
                if ({|ZSG3014:(await client.Query(Disk.Query).ToListAsync()).Count()|} > 3) Use({|ZSG3014:(await client.Query(Disk.Query).ToListAsync()).Count|}.ToString());
        """,
        """
        var a = await client.Query(Disk.Query).CountAsync();
                int b = (int)await client.Query(Disk.Query).CountAsync(default).ConfigureAwait(false);
                if (!(await client.Query(Disk.Query).CountAsync() > 0)) return;
                if (await client.Query(Disk.Query).CountAsync() > 3) Use((await client.Query(Disk.Query).CountAsync()).ToString());
        """,
        CountFixProvider.Key);

    [Fact]
    public Task A_needless_guard_is_removed() => FixRun<NeedlessGuardAnalyzer, NeedlessGuardFixProvider>.MethodAsync(
        """
        if ({|ZSG3003:client.ServerVersion >= ZStackVersion.V4_0|})
                {
                    // Kept.
                    Use(1);
                    Use(2);
                }
                else
                {
                    Use(3);
                }

                if ({|ZSG3003:client.ServerVersion < ZStackVersion.V4_0|}) return;
                if (!({|ZSG3003:client.ServerVersion >= ZStackVersion.V4_0|})) throw new Exception();
                Use({|ZSG3003:client.ServerVersion >= ZStackVersion.V4_0|} ? 1 : 2);
                if (flag && {|ZSG3003:client.ServerVersion >= ZStackVersion.V4_0|}) Use(4);
                if ({|ZSG3003:client.ServerVersion < ZStackVersion.V4_0|} || flag) Use(5);
                bool isNew = {|ZSG3003:client.ServerVersion >= ZStackVersion.V4_0|};
        """,
        """
        // Kept.
                Use(1);
                Use(2);
                Use(1);
                if (flag) Use(4);
                if (flag) Use(5);
                bool isNew = true;
        """,
        NeedlessGuardFixProvider.Key,
        target: "4.7");
}
