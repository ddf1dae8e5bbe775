using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Xunit;
using ZStackGen.Generator.Emission;
using ZStackGen.Generator.Options;
using ZStackGen.Generator.Sharding;
using ZStackGen.Generator.Tests.Support;
using ZStackGen.Specs;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Tests;

/// <summary>The C# of elements that is used again: when it is kept, for how long, and that it equals the C# of a first run.</summary>
public sealed class EmissionMemoryTests
{
    private static readonly EmitOptions s_new = new("ZStack.Api", true, true, true, true, true, true);
    private static readonly EmitOptions s_old = new("ZStack.Api", true, false, false, false, true, true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_that_is_written_again_has_the_same_text(bool isNew)
    {
        EmitOptions options = isNew ? s_new : s_old;
        var memory = new EmissionMemory();
        foreach (Shard shard in Shards())
        {
            string expected = ShardEmitter.Emit(shard, options, TestContext.Current.CancellationToken).Text;
            for (int run = 0; run < 3; run++)
                Assert.Equal(expected, ShardEmitter.Emit(shard, options, memory, TestContext.Current.CancellationToken).Text);
        }
    }

    [Fact]
    public void An_edited_or_removed_element_changes_only_its_part()
    {
        var memory = new EmissionMemory();
        Shard shard = Shards().First(static shard => shard.Actions.Count > 3);
        for (int run = 0; run < 2; run++)
            ShardEmitter.Emit(shard, s_new, memory, TestContext.Current.CancellationToken);
        CatalogAction[] actions = [.. shard.Actions];
        for (int place = 0; place < actions.Length; place++)
        {
            CatalogAction[] edited = [.. actions];
            edited[place] = actions[place] with { Description = "Another description." };
            AssertSameAsFirst(shard with { Actions = new EquatableArray<CatalogAction>(edited) });
            AssertSameAsFirst(shard with { Actions = new EquatableArray<CatalogAction>([.. actions.Where(action => action != actions[place])]) });
        }

        // The lines about newer fields are an input of an action that is not part of it.
        AssertSameAsFirst(shard with { NewerFields = new EquatableArray<ActionFields>([new ActionFields(actions[1].Name, new EquatableArray<string>(["4.8.0 disks/label"]))]) });
        AssertSameAsFirst(shard);

        void AssertSameAsFirst(Shard changed) => Assert.Equal(
            ShardEmitter.Emit(changed, s_new, TestContext.Current.CancellationToken).Text,
            ShardEmitter.Emit(changed, s_new, memory, TestContext.Current.CancellationToken).Text);
    }

    [Fact]
    public void Elements_are_kept_from_the_second_time_on_and_only_for_the_same_options()
    {
        var memory = new EmissionMemory();
        Shard shard = Shards().First(static shard => shard.Actions.Count > 0);
        Write(s_new);
        Assert.All(shard.Actions, action => Assert.Null(memory.Find(action, s_new, default)));
        Write(s_new);
        Assert.All(shard.Actions, action => Assert.NotNull(memory.Find(action, s_new, ActionEmitter.NewerFieldsOf(action, shard.NewerFields))));
        Assert.All(shard.Actions, action => Assert.Null(memory.Find(action, s_old, default)));
        // A change of the options writes all files again. This is no edit of them.
        Write(s_old);
        Assert.All(shard.Actions, action => Assert.Null(memory.Find(action, s_old, default)));

        void Write(EmitOptions options) => ShardEmitter.Emit(shard, options, memory, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void The_memory_keeps_no_element()
    {
        var memory = new EmissionMemory();
        WeakReference element = Written(memory);
        for (int attempt = 0; attempt < 10 && element.IsAlive; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(element.IsAlive);
        GC.KeepAlive(memory);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Written(EmissionMemory memory)
    {
        Shard shard = Shards().First(static shard => shard.Actions.Count > 0);
        for (int run = 0; run < 2; run++)
            ShardEmitter.Emit(shard, s_new, memory, default);
        Assert.NotNull(memory.Find(shard.Actions[0], s_new, ActionEmitter.NewerFieldsOf(shard.Actions[0], shard.NewerFields)));
        return new WeakReference(shard.Actions[0]);
    }

    private static IEnumerable<Shard> Shards() => ShardPlan.Make(TypeCatalog.Build(
        [.. SamplePages.Repository().Select(static page => CatalogPage.From(SpecReader.Read(page.Path, page.Text, default).Page))], CatalogOptions.Default, default)).OfType<Shard>();
}
