using System;
using System.Linq;
using System.Text.Json;
using Xunit;
using ZStack.Tests.Model;

namespace ZStack.Tests.Json;

public class ReadingTests
{
    private static readonly TimeZoneInfo s_shanghai = TimeZoneInfo.CreateCustomTimeZone("UTC+8", TimeSpan.FromHours(8), "UTC+8", "UTC+8");

    [Theory]
    [InlineData("8589934592", 8589934592)]
    [InlineData("8.589934592E9", 8589934592)]
    [InlineData("1.0", 1)]
    [InlineData("1E3", 1000)]
    [InlineData("\"8589934592\"", 8589934592)]
    [InlineData("\" 1.0 \"", 1)]
    [InlineData("-0.0", 0)]
    [InlineData("9.223372036854775807E18", long.MaxValue)]
    [InlineData("9.007199254740993E15", 9007199254740993)]
    [InlineData("-9223372036854775808", long.MinValue)]
    public void A_long_is_read_in_every_notation(string json, long expected)
        => Assert.Equal(expected, Vm("memorySize", json).MemorySize);

    [Theory]
    [InlineData("1.0", 1)]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("2.147483647E9", int.MaxValue)]
    [InlineData("\"-4\"", -4)]
    public void An_int_is_read_in_every_notation(string json, int expected)
        => Assert.Equal(expected, Vm("cpuNum", json).CpuNum);

    [Theory]
    [InlineData("1.5")]
    [InlineData("1E30")]
    [InlineData("9223372036854775808")]
    [InlineData("\"abc\"")]
    [InlineData("\"1 2\"")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("[1]")]
    public void A_value_that_is_not_an_integer_is_reported_with_path_and_text(string json)
    {
        var e = Assert.Throws<ZStackProtocolException>(() => ZStackJson.Read(
            "{\"inventories\":[{\"uuid\":\"a\"},{\"memorySize\":" + json + ",\"name\":\"x\"}]}", QueryVmInstanceAction.Result.Read));
        Assert.Equal("JSON: $.inventories[1].memorySize is not a whole number: " + (json is "{}" ? "{},\"name\":\"x\"}]}" : json is "[1]" ? "[1],\"name\":\"x\"}]}" : json), e.Message);
    }

    [Fact]
    public void An_int_that_is_too_large_is_refused()
        => Assert.Contains("$.cpuNum is not a whole number of 32 bits: 3000000000", Assert.Throws<ZStackProtocolException>(() => Vm("cpuNum", "3000000000")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    public void Null_and_empty_text_are_null(string json)
    {
        Assert.Null(Vm("memorySize", json).MemorySize);
        Assert.Null(Vm("cpuNum", json).CpuNum);
        Assert.Null(Vm("load", json).Load);
        Assert.Null(Vm("enabled", json).Enabled);
        Assert.Null(Vm("createDate", json).CreateDate);
    }

    [Theory]
    [InlineData("1.0E-4", 0.0001)]
    [InlineData("3", 3)]
    [InlineData("\"2.5\"", 2.5)]
    public void A_double_is_read_in_every_notation(string json, double expected) => Assert.Equal(expected, Vm("load", json).Load);

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"True\"", true)]
    [InlineData("\"false\"", false)]
    public void A_boolean_is_read_in_every_notation(string json, bool expected) => Assert.Equal(expected, Vm("enabled", json).Enabled);

    [Theory]
    [InlineData("\"Nov 14, 2017 10:20:57 PM\"", "2017-11-14T22:20:57+08:00")]
    [InlineData("\"Nov 14, 2017, 10:20:57 PM\"", "2017-11-14T22:20:57+08:00")]
    [InlineData("\"Nov 14, 2017, 10:20:57\u202fPM\"", "2017-11-14T22:20:57+08:00")]
    [InlineData("\"Nov 14, 2017, 10:20:57\u00a0PM\"", "2017-11-14T22:20:57+08:00")]
    [InlineData("\"Nov 14, 2017, 10:20:57\\u202fPM\"", "2017-11-14T22:20:57+08:00")]
    [InlineData("\"Jan 1, 2024 12:00:00 AM\"", "2024-01-01T00:00:00+08:00")]
    [InlineData("\"Jan 1, 2024 12:00:00 PM\"", "2024-01-01T12:00:00+08:00")]
    [InlineData("\"Feb 29, 2024 1:02:03 am\"", "2024-02-29T01:02:03+08:00")]
    [InlineData("\"2017-11-14T22:20:57.123Z\"", "2017-11-14T22:20:57.123+00:00")]
    [InlineData("\"2017-11-14T22:20:57.1234567+05:30\"", "2017-11-14T22:20:57.1234567+05:30")]
    [InlineData("\"2017-11-14T22:20-0300\"", "2017-11-14T22:20:00-03:00")]
    [InlineData("\"2017-11-14 22:20:57\"", "2017-11-14T22:20:57+08:00")]
    [InlineData("\"2017-11-14\"", "2017-11-14T00:00:00+08:00")]
    [InlineData("1510669257000", "2017-11-14T14:20:57+00:00")]
    [InlineData("1.510669257E12", "2017-11-14T14:20:57+00:00")]
    [InlineData("\"1510669257000\"", "2017-11-14T14:20:57+00:00")]
    public void A_timestamp_is_read_in_every_notation(string json, string expected)
    {
        var expectedMoment = DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture);
        var moment = Vm("createDate", json).CreateDate!.Value;
        Assert.Equal(expectedMoment, moment);
        Assert.Equal(expectedMoment.Offset, moment.Offset);
    }

    [Theory]
    [InlineData("\"Nov 31, 2017 10:20:57 PM\"")]
    [InlineData("\"Nov 14, 2017 13:20:57 PM\"")]
    [InlineData("\"Nov 14, 2017 0:20:57 PM\"")]
    [InlineData("\"Foo 14, 2017 1:20:57 PM\"")]
    [InlineData("\"2017-13-14\"")]
    [InlineData("\"2017-11-14T22:20:57+\"")]
    [InlineData("\"0001-01-01 00:00:00\"")]
    [InlineData("\"yesterday\"")]
    [InlineData("9223372036854775807")]
    [InlineData("true")]
    public void An_invalid_timestamp_is_refused(string json)
        => Assert.Contains("$.createDate is not a timestamp: ", Assert.Throws<ZStackProtocolException>(() => Vm("createDate", json)).Message, StringComparison.Ordinal);

    [Fact]
    public void Daylight_saving_time_of_the_server_time_zone_is_honored()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var vm = ZStackJson.Read("{\"createDate\":\"Jul 1, 2024 1:00:00 PM\"}", VmInstanceInventory.Read, berlin);
        Assert.Equal(TimeSpan.FromHours(2), vm.CreateDate!.Value.Offset);
        vm = ZStackJson.Read("{\"createDate\":\"Jan 1, 2024 1:00:00 PM\"}", VmInstanceInventory.Read, berlin);
        Assert.Equal(TimeSpan.FromHours(1), vm.CreateDate!.Value.Offset);
    }

    [Fact]
    public void Lists_maps_and_structures_are_read_and_null_ones_are_empty()
    {
        var vm = ZStackJson.Read("""{"vmNics":[{"ip":"10.0.0.1"},null,{"ip":"10.0.0.2"}],"tags":["a",null,"b"],"labels":{"k":"v","n":null,"i":7}}""", VmInstanceInventory.Read);
        Assert.Equal(["10.0.0.1", "10.0.0.2"], vm.VmNics.Select(n => n.Ip));
        Assert.Equal(["a", "b"], vm.Tags);
        Assert.Equal(2, vm.Labels.Count);
        Assert.Equal("7", vm.Labels["i"]);
        vm = ZStackJson.Read("""{"vmNics":null,"tags":null,"labels":null}""", VmInstanceInventory.Read);
        Assert.Empty(vm.VmNics);
        Assert.Empty(vm.Tags);
        Assert.Empty(vm.Labels);
    }

    [Fact]
    public void A_map_with_complex_keys_is_read_from_pairs()
    {
        var vm = ZStackJson.Read("""{"labels":[["k","v"],[{"a":1},"w"]]}""", VmInstanceInventory.Read);
        Assert.Equal("v", vm.Labels["k"]);
        Assert.Equal("w", vm.Labels["{\"a\":1}"]);
    }

    [Theory]
    [InlineData("""{"vmNics":{}}""", "$.vmNics is not an array: {}}")]
    [InlineData("""{"vmNics":["x"]}""", "$.vmNics[0] is not an object: \"x\"")]
    [InlineData("""{"vmNics":[{"ip":"1"},{"ip":"2"},7]}""", "$.vmNics[2] is not an object: 7")]
    [InlineData("""{"labels":3}""", "$.labels is not an object: 3")]
    [InlineData("""{"labels":[["k"]]}""", "$.labels[0][0] is not the value of a [key, value] pair: ]")]
    [InlineData("""[]""", "$ is not an object: []")]
    public void A_value_of_the_wrong_kind_is_reported_with_its_path(string json, string message)
        => Assert.Equal("JSON: " + message, Assert.Throws<ZStackProtocolException>(() => ZStackJson.Read(json, VmInstanceInventory.Read)).Message);

    [Fact]
    public void A_string_member_keeps_the_json_of_another_value()
    {
        Assert.Equal("12", Vm("name", "12").Name);
        Assert.Equal("true", Vm("name", "true").Name);
        Assert.Equal("{\"a\": [1]}", Vm("name", "{\"a\": [1]}").Name);
    }

    [Fact]
    public void Equal_strings_are_interned_and_never_confused()
    {
        var vm = ZStackJson.Read("""{"tags":["Running","Running","a text that is so long that nobody would expect it again"]}""", VmInstanceInventory.Read);
        Assert.Same(vm.Tags[0], vm.Tags[1]);
        var random = new Random(1);
        for (int i = 0; i < 20_000; i++)
        {
            // Few letters and lengths, so that slots of the cache collide. Some letters are not ASCII.
            string text = string.Concat(Enumerable.Range(0, random.Next(0, 40)).Select(_ => "abé中"[random.Next(4)]));
            Assert.Equal(text, ZStackJson.Read("{\"name\":\"" + text + "\"}", VmInstanceInventory.Read).Name);
        }
    }

    [Fact]
    public void Unknown_members_are_kept_and_written_back()
    {
        const string Json = """{"uuid":"u","brandNew":{"deep":[1,2,{"x":8.589934592E9}]},"vmNics":[{"ip":"1","hypervisorType":"KVM","n":null}],"es\u0063aped":"\u4e2d","tags":[],"labels":{}}""";
        var vm = ZStackJson.Read(Json, VmInstanceInventory.Read);
        Assert.Equal(["brandNew", "escaped"], vm.UnknownMembers.Keys.Order());
        Assert.Equal("中", vm.UnknownMembers["escaped"].GetString());
        Assert.Equal("KVM", vm.VmNics[0].UnknownMembers["hypervisorType"].GetString());
        Assert.DoesNotContain("n", vm.VmNics[0].UnknownMembers.Keys);
        string written = ZStackJson.ToJson(vm);
        Assert.Equal("""{"uuid":"u","vmNics":[{"ip":"1","hypervisorType":"KVM"}],"tags":[],"labels":{},"brandNew":{"deep":[1,2,{"x":8.589934592E9}]},"escaped":"\u4e2d"}""", written);
        using var a = JsonDocument.Parse(written);
        using var b = JsonDocument.Parse(ZStackJson.ToJson(ZStackJson.Read(written, VmInstanceInventory.Read)));
        Assert.True(JsonElement.DeepEquals(a.RootElement, b.RootElement));
    }

    [Fact]
    public void A_structure_without_unknown_members_has_an_empty_map()
        => Assert.Empty(ZStackJson.Read("{}", VmInstanceInventory.Read).UnknownMembers);

    [Fact]
    public void A_response_cut_at_any_byte_is_reported_as_cut_off()
    {
        const string Json = """{"inventories":[{"uuid":"a","memorySize":12,"vmNics":[{"ip":"1"}],"tags":["x"],"labels":{"k":"v"},"new":{"a":[1]}}],"total":3}""";
        for (int length = 1; length < Json.Length; length++)
        {
            var e = Assert.Throws<ZStackProtocolException>(() => ZStackJson.Read(Json[..length], QueryVmInstanceAction.Result.Read));
            Assert.StartsWith($"JSON: the response is cut off after {length} bytes at $", e.Message, StringComparison.Ordinal);
        }

        var inner = Assert.Throws<ZStackProtocolException>(() => ZStackJson.Read(Json[..42], QueryVmInstanceAction.Result.Read));
        Assert.Equal("JSON: the response is cut off after 42 bytes at $.inventories[0].memorySize", inner.Message);
    }

    [Theory]
    [InlineData("", "the response is empty")]
    [InlineData("  ", "the response is cut off after 2 bytes at $")]
    [InlineData("{\"uuid\":\"a\"} x", "the response is not valid JSON at $: 'x' is invalid")]
    [InlineData("{\"vmNics\":[{\"ip\":nope}]}", "the response is not valid JSON at $.vmNics[0].ip: ")]
    [InlineData("<html>", "the response is an HTML page of a proxy or web server instead of JSON")]
    public void Invalid_json_is_reported_with_its_place(string json, string expected)
        => Assert.Contains(expected, Assert.Throws<ZStackProtocolException>(() => ZStackJson.Read(json, VmInstanceInventory.Read)).Message, StringComparison.Ordinal);

    [Fact]
    public void Bytes_that_are_not_utf8_are_a_protocol_fault()
    {
        byte[] json = [.. "{\"uuid\":\""u8, 0xFF, 0xFE, .. "\"}"u8];
        Assert.Throws<ZStackProtocolException>(() => ZStackJson.Read(json, VmInstanceInventory.Read));
    }

    [Fact]
    public void Unbounded_nesting_is_refused()
    {
        string json = "{\"opaque\":" + new string('[', 100_000);
        Assert.Contains("depth", Assert.Throws<ZStackProtocolException>(() => ZStackJson.Read(json, VmInstanceInventory.Read)).Message, StringComparison.Ordinal);
        json = string.Concat(Enumerable.Repeat("{\"cause\":", 100_000));
        Assert.Contains("depth", Assert.Throws<ZStackProtocolException>(() => ZStackJson.Read(json, ZStackError.Read)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_is_skipped()
        => Assert.Equal("a", ZStackJson.Read([0xEF, 0xBB, 0xBF, .. "{\"uuid\":\"a\"}"u8], VmInstanceInventory.Read).Uuid);

    [Fact]
    public void An_unreadable_secret_value_is_not_shown()
    {
        var e = Assert.Throws<ZStackProtocolException>(() => ZStackJson.Read("{\"passwordIndex\":\"hunter2\"}", VmNicInventory.Read));
        Assert.Equal("JSON: $.passwordIndex is not a whole number: (hidden)", e.Message);
    }

    [Fact]
    public void A_long_value_is_cut_in_the_message()
    {
        var e = Assert.Throws<ZStackProtocolException>(() => Vm("memorySize", "\"" + new string('x', 10_000) + "\""));
        Assert.InRange(e.Message.Length, 80, 200);
    }

    [Fact]
    public void A_member_that_is_announced_but_not_read_does_not_shift_the_rest()
    {
        var value = ZStackJson.Read("""{"skipped":{"last":"wrong","a":[1]},"list":[{"last":"wrong"}],"last":"right"}""", Careless.Read);
        Assert.Equal("right", value.Last);
    }

    [Fact]
    public void The_schema_of_a_result_is_read_on_demand_and_written_back()
    {
        var result = ZStackJson.Read("""{"inventory":{"uuid":"u"},"success":true,"schema":{"inventory":"org.zstack.X"}}""", StartVmInstanceAction.Result.Read);
        Assert.True(result.Success);
        Assert.Equal("org.zstack.X", result.Schema["inventory"]);
        Assert.Contains("\"schema\":{\"inventory\":\"org.zstack.X\"}", ZStackJson.ToJson(result), StringComparison.Ordinal);
        Assert.Empty(new EmptyResult().Schema);
    }

    private static VmInstanceInventory Vm(string member, string json)
        => ZStackJson.Read("{\"" + member + "\":" + json + "}", VmInstanceInventory.Read, s_shanghai);

    private sealed class Careless : ZStackStructure
    {
        public string? Last { get; private set; }

        public static Careless Read(ref JsonReader reader)
        {
            var value = new Careless();
            reader.ReadMembers(value);
            return value;
        }

        protected override bool ReadMember(ref JsonReader reader)
        {
            if (reader.NameIs("last"u8))
                Last = reader.String();
            return true;
        }
    }
}
