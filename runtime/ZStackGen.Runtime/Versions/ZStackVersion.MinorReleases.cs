namespace ZStack;

// The first release of each minor version, under its two-number name, which programs use most.
#pragma warning disable CS1591, CA1707 // The name of a release is its number, so that documentation would add nothing.
public sealed partial class ZStackVersion
{
    public static ZStackVersion V0_6 => V0_6_0;
    public static ZStackVersion V0_7 => V0_7_0;
    public static ZStackVersion V0_8 => V0_8_0;
    public static ZStackVersion V0_9 => V0_9_0;
    public static ZStackVersion V1_0 => V1_0_0;
    public static ZStackVersion V1_1 => V1_1_0;
    public static ZStackVersion V1_2 => V1_2_0;
    public static ZStackVersion V1_3 => V1_3_0;
    public static ZStackVersion V1_4 => V1_4_0;
    public static ZStackVersion V1_5 => V1_5_0;
    public static ZStackVersion V1_6 => V1_6_0;
    public static ZStackVersion V1_7 => V1_7_0;
    public static ZStackVersion V1_8 => V1_8_0;
    public static ZStackVersion V1_9 => V1_9_0;
    public static ZStackVersion V1_10 => V1_10_0;
    public static ZStackVersion V2_0 => V2_0_0;
    public static ZStackVersion V2_1 => V2_1_0;
    public static ZStackVersion V2_2 => V2_2_0;
    public static ZStackVersion V2_3 => V2_3_0;
    public static ZStackVersion V2_4 => V2_4_0;
    public static ZStackVersion V2_5 => V2_5_0;
    public static ZStackVersion V2_6 => V2_6_0;
    public static ZStackVersion V3_0 => V3_0_0;
    public static ZStackVersion V3_1 => V3_1_0;
    public static ZStackVersion V3_2 => V3_2_0;
    public static ZStackVersion V3_3 => V3_3_0;
    public static ZStackVersion V3_4 => V3_4_0;
    public static ZStackVersion V3_5 => V3_5_0;
    public static ZStackVersion V3_6 => V3_6_0;
    public static ZStackVersion V3_7 => V3_7_0;
    public static ZStackVersion V3_8 => V3_8_0;
    public static ZStackVersion V3_9 => V3_9_0;
    public static ZStackVersion V3_10 => V3_10_0;
    public static ZStackVersion V4_0 => V4_0_0;
    public static ZStackVersion V4_1 => V4_1_0;
    public static ZStackVersion V4_2 => V4_2_0;
    public static ZStackVersion V4_3 => V4_3_0;
    public static ZStackVersion V4_4 => V4_4_0;
    public static ZStackVersion V4_5 => V4_5_0;
    public static ZStackVersion V4_6 => V4_6_0;
    public static ZStackVersion V4_7 => V4_7_0;
    public static ZStackVersion V4_8 => V4_8_0;
    public static ZStackVersion V5_0 => V5_0_0;
    public static ZStackVersion V5_1 => V5_1_0;
    public static ZStackVersion V5_2 => V5_2_0;
    public static ZStackVersion V5_3 => V5_3_0;
}
