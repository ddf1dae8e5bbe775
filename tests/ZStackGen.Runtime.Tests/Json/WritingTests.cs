using System;
using System.Buffers;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;

namespace ZStack.Tests.Json;

public class WritingTests
{
    private delegate void WriteMembers(ref JsonBodyWriter writer);

    [Fact]
    public void Every_kind_of_value_is_written_and_null_is_omitted()
    {
        using var document = JsonDocument.Parse("""{"a":[1,null]}""");
        var element = document.RootElement;
        string json = Write((ref JsonBodyWriter w) =>
        {
            w.Member("s"u8, "x\"中😀<\u0001");
            w.Member("i"u8, (int?)-1);
            w.Member("l"u8, (long?)long.MaxValue);
            w.Member("d"u8, (double?)1.5);
            w.Member("f"u8, (float?)0.1f);
            w.Member("b"u8, (bool?)true);
            w.Member("t"u8, (DateTimeOffset?)new DateTimeOffset(2023, 1, 2, 3, 4, 5, 6, TimeSpan.FromMinutes(-210)));
            w.Member("e"u8, (JsonElement?)element);
            w.Member("o", (ZStackStructure?)new VmNicInventory { Ip = "1" });
            w.Member("ss", (IReadOnlyList<string>)["a", "b"]);
            w.Member("is", (IReadOnlyList<int>)[1, 2]);
            w.Member("ls", (IReadOnlyList<long>)[3]);
            w.Member("ds", (IReadOnlyList<double>)[0.5]);
            w.Member("bs", (IReadOnlyList<bool>)[false]);
            w.Member("ts", (IReadOnlyList<DateTimeOffset>)[DateTimeOffset.UnixEpoch]);
            w.Member("es", (IReadOnlyList<JsonElement>)[element]);
            w.Member("os", (IReadOnlyList<VmNicInventory>)[new VmNicInventory { Ip = "2" }]);
            w.Member("ms", new Dictionary<string, string> { ["k"] = "v" });
            w.Member("ml", new Dictionary<string, long> { ["k"] = 1 });
            w.Member("md", new Dictionary<string, double> { ["k"] = 1.5 });
            w.Member("mb", new Dictionary<string, bool> { ["k"] = true });
            w.Member("me", new Dictionary<string, JsonElement> { ["k"] = element });
            w.Member("mls", new Dictionary<string, IReadOnlyList<string>> { ["k"] = ["v"] });
            w.Member("mo", new Dictionary<string, VmNicInventory> { ["k"] = new VmNicInventory { Ip = "3" } });
            w.Member("n1"u8, (string?)null);
            w.Member("n2"u8, (int?)null);
            w.Member("n3"u8, (IReadOnlyList<string>?)null);
            w.Member("n4"u8, (IReadOnlyDictionary<string, VmNicInventory>?)null);
            w.Member("n5"u8, (JsonElement?)null);
            w.Member("n6"u8, (DateTimeOffset?)null);
        });
        Assert.Equal(
            """{"s":"x\"中\uD83D\uDE00<\u0001","i":-1,"l":9223372036854775807,"d":1.5,"f":0.1,"b":true,"t":"2023-01-02T03:04:05.006-03:30","e":{"a":[1,null]},"o":{"ip":"1"},"ss":["a","b"],"is":[1,2],"ls":[3],"ds":[0.5],"bs":[false],"ts":["1970-01-01T00:00:00+00:00"],"es":[{"a":[1,null]}],"os":[{"ip":"2"}],"ms":{"k":"v"},"ml":{"k":1},"md":{"k":1.5},"mb":{"k":true},"me":{"k":{"a":[1,null]}},"mls":{"k":["v"]},"mo":{"k":{"ip":"3"}}}""",
            json);
    }

    [Fact]
    public void Written_values_read_back()
    {
        var vm = new VmInstanceInventory
        {
            Uuid = "u",
            Name = "quote\" back\\ line\n tab\t 中文 \u202f 😀",
            CpuNum = int.MinValue,
            MemorySize = long.MaxValue,
            Load = 1e-300,
            Enabled = false,
            CreateDate = new DateTimeOffset(2023, 11, 14, 22, 13, 20, 123, TimeSpan.FromHours(8)),
            VmNics = [new VmNicInventory { Ip = "1" }],
            Tags = ["", "a"],
            Labels = new Dictionary<string, string> { ["中"] = "\"" },
        };
        string json = ZStackJson.ToJson(vm);
        var again = ZStackJson.Read(json, VmInstanceInventory.Read);
        Assert.Equal(json, ZStackJson.ToJson(again));
        Assert.Equal(vm.Name, again.Name);
        Assert.Equal(vm.CreateDate, again.CreateDate);
        Assert.Equal(vm.Load, again.Load);
        Assert.Equal(vm.Labels, again.Labels);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_number_that_JSON_cannot_express_is_refused(double value)
        => Assert.Contains("parameter 'd' is not a finite number", Assert.Throws<ArgumentException>(() => Write((ref JsonBodyWriter w) => w.Member("d"u8, (double?)value))).Message, StringComparison.Ordinal);

    [Fact]
    public void Required_members_are_written_and_null_is_refused_by_name()
    {
        Assert.Equal("""{"a":"x","b":1,"c":["y"]}""", Write((ref JsonBodyWriter w) =>
        {
            w.RequiredString("a"u8, "x");
            w.Require("b", (int?)1);
            w.Member("b", (int?)1);
            w.Require("c"u8, (IReadOnlyList<string>)["y"]);
            w.Member("c"u8, (IReadOnlyList<string>)["y"]);
        }));
        foreach (WriteMembers write in new WriteMembers[]
        {
            (ref JsonBodyWriter w) => w.RequiredString("m"u8, null),
            (ref JsonBodyWriter w) => w.Require("m", (long?)null),
            (ref JsonBodyWriter w) => w.Require("m"u8, (IReadOnlyList<VmNicInventory>?)null),
            (ref JsonBodyWriter w) => w.Require("m"u8, (ZStackStructure?)null),
            (ref JsonBodyWriter w) => w.Require("m"u8, (JsonElement?)null),
        })
        {
            var e = Assert.Throws<ArgumentException>(() => Write(write));
            Assert.Contains("parameter 'm' is null; it is required.", e.Message, StringComparison.Ordinal);
            Assert.Equal("m", e.ParamName);
        }
    }

    [Fact]
    public void A_cycle_of_structures_throws_instead_of_overflowing_the_stack()
    {
        var error = new ZStackError { Code = "A" };
        error.Cause = error;
        Assert.ThrowsAny<Exception>(() => ZStackJson.ToJson(error));
        Assert.Same(error, error.RootCause);
        Assert.StartsWith("A (caused by A (caused by A", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cycle_of_two_errors_has_a_root()
    {
        var ring = new ZStackError { Code = "A" };
        ring.Cause = new ZStackError { Code = "B", Cause = ring };
        // On another thread, which an endless search would block.
        Assert.Contains((await Task.Run(() => ring.RootCause, TestContext.Current.CancellationToken)).Code, new[] { "A", "B" });
    }

    private static string Write(WriteMembers write) => ZStackJson.ToJson(new Probe(write));

    private sealed class Probe(WriteMembers write) : ZStackStructure
    {
        protected override void WriteMembers(ref JsonBodyWriter writer) => write(ref writer);
    }
}
